import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';
import { IMPORT_KIND, IMPORT_STATUS } from '../vocabulary';

const { text, select, json, integer, dateTime, files } = fieldsOf('importRun');

export default defineObject(
  object({
    name: 'importRun',
    plural: 'importRuns',
    label: 'Import',
    labelPlural: 'Imports',
    icon: 'IconFileImport',
    description: 'Records that come from a file of another system',
    labelField: 'name',
    isSearchable: false,
    fields: [
      text('name', 'Name'),
      select('kind', 'What it holds', IMPORT_KIND, null, { description: 'Empty: told by its columns' }),
      files('file', 'File', { description: 'An Excel or CSV file' }),
      select('status', 'Status', IMPORT_STATUS, 'NEW'),
      json('mapping', 'Mapping', { description: 'Which column is taken for what' }),
      json('columns', 'Columns', { description: 'The columns found, with samples; written by the workers' }),
      integer('total', 'Rows'),
      integer('done', 'Done'),
      integer('created', 'Created'),
      integer('matched', 'Matched'),
      integer('refused', 'Refused'),
      dateTime('startedAt', 'Begun'),
      dateTime('finishedAt', 'Ended'),
      text('problem', 'Problem', { icon: 'IconAlertTriangle', description: 'What is wrong with the file and how to mend it; found by the workers' }),
    ],
  }),
);
