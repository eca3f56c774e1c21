import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';
import { DOCUMENT_STATUS } from '../vocabulary';

const { text, select, date, boolean, files, problem } = fieldsOf('caseDocument');

export default defineObject(
  object({
    name: 'caseDocument',
    plural: 'caseDocuments',
    label: 'Document',
    labelPlural: 'Documents',
    icon: 'IconFileText',
    description: 'A document of a case: needed, asked for, or in',
    labelField: 'name',
    fields: [
      text('name', 'Document'),
      select('status', 'Status', DOCUMENT_STATUS, 'REQUIRED'),
      date('requestedAt', 'Requested'),
      date('receivedAt', 'Received'),
      text('receivedFrom', 'From whom', { icon: 'IconUser' }),
      boolean('isOriginal', 'Original', false, { description: 'The paper original, not a copy' }),
      text('storagePlace', 'Kept in', { icon: 'IconArchive' }),
      files('file', 'File'),
      problem(),
    ],
  }),
);
