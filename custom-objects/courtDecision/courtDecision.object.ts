import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';
import { DECISION_OUTCOME, INSTANCE } from '../vocabulary';

const { text, select, date, integer, json, files, problem } = fieldsOf('courtDecision');

export default defineObject(
  object({
    name: 'courtDecision',
    plural: 'courtDecisions',
    label: 'Court decision',
    labelPlural: 'Court decisions',
    icon: 'IconScale',
    description: 'What a court decided',
    labelField: 'name',
    fields: [
      text('name', 'Name'),
      select('outcome', 'Outcome', DECISION_OUTCOME),
      select('instance', 'Instance', INSTANCE),
      date('decidedAt', 'Decided'),
      date('effectiveAt', 'In force', { description: 'When the decision entered into legal force' }),
      date('appealDueAt', 'Appeal by', { description: 'Last day to appeal; left empty, it follows from the date and the instance' }),
      integer('lineCount', 'Lines', { description: 'How many recoveries it has' }),
      json('derived', 'Derived', { description: 'What the workers derived last, so that what a person wrote since is kept' }),
      files('files', 'Files', { description: 'Kept here, not among the attachments, which Twenty shows to everybody' }),
      problem(),
    ],
  }),
);
