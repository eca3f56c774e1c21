import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';
import { CASE_STAGE, INSTANCE } from '../vocabulary';

const { text, uniqueText, select, date, dateTime, json, problem } = fieldsOf('legalCase');

export default defineObject(
  object({
    name: 'legalCase',
    plural: 'legalCases',
    label: 'Case',
    labelPlural: 'Cases',
    icon: 'IconBriefcase',
    description: 'A client’s claim for harm to life or health',
    labelField: 'title',
    fields: [
      uniqueText('number', 'Number', { icon: 'IconHash' }),
      text('title', 'Title'),
      select('stage', 'Stage', CASE_STAGE, 'INTAKE', { description: 'Follows the events; what a person sets stands until the next one' }),
      select('instance', 'Instance', INSTANCE, null, { description: 'The court instance in which the case is now' }),
      date('openedAt', 'Opened'),
      date('closedAt', 'Closed'),
      text('nextStep', 'Next step', { icon: 'IconArrowForwardUp' }),
      dateTime('nextStepAt', 'Next step at'),
      dateTime('lastMovementAt', 'Last movement', { description: 'When anything last happened in the case' }),
      text('conflicts', 'Conflicts of interest', { icon: 'IconArrowsLeftRight', description: 'Where the client or an opponent stands on the other side of another case; found by the workers' }),
      text('conflictNote', 'Why it may go on', { icon: 'IconNote', description: 'Of a conflict: what a person decided, and why' }),
      json('derived', 'Derived', { description: 'What the workers derived last, so that what a person wrote since is kept' }),
      problem(),
    ],
  }),
);
