import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';
import { INSTANCE } from '../vocabulary';

const { text, select, date, files, problem } = fieldsOf('courtFiling');

export default defineObject(
  object({
    name: 'courtFiling',
    plural: 'courtFilings',
    label: 'Court filing',
    labelPlural: 'Court filings',
    icon: 'IconGavel',
    description: 'A claim or a complaint brought to a court: one link of the chain of instances',
    labelField: 'name',
    fields: [
      text('name', 'Name'),
      select('instance', 'Instance', INSTANCE, null, { description: 'First instance decides; appeal reviews a decision not yet in force; cassation and supervision review one that is' }),
      date('filedAt', 'Filed'),
      date('acceptedAt', 'Accepted', { description: 'When the court took the claim to its proceedings' }),
      text('courtCaseNumber', 'Court’s number', { icon: 'IconHash' }),
      files('files', 'Files', { description: 'Kept here, not among the attachments, which Twenty shows to everybody' }),
      problem(),
    ],
  }),
);
