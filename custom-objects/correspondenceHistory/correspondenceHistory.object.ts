import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';
import { LETTER_ACTION, LETTER_STATUS, OUTCOME } from '../vocabulary';

const { text, select, dateTime, integer, json } = fieldsOf('correspondenceHistory');

export default defineObject(
  object({
    name: 'correspondenceHistory',
    plural: 'correspondenceHistories',
    label: 'Letter history',
    labelPlural: 'Letter history',
    icon: 'IconHistory',
    description: 'A step of a letter through the office: who did what, when and why. Writing a row is the only way to move a letter',
    labelField: 'name',
    isSearchable: false,
    fields: [
      text('name', 'Step'),
      select('action', 'Action', LETTER_ACTION, null, { icon: 'IconBolt' }),
      dateTime('occurredAt', 'When'),
      text('reason', 'Reason', { icon: 'IconMessage' }),
      select('outcome', 'Outcome', OUTCOME, 'PENDING', { icon: 'IconCheck' }),
      text('refusal', 'Why refused', { icon: 'IconBan' }),
      select('statusBefore', 'Status before', LETTER_STATUS),
      select('statusAfter', 'Status after', LETTER_STATUS),
      integer('heldMinutes', 'Held, minutes', { description: 'On acceptance: how long the previous holder held the letter' }),
      integer('waitedMinutes', 'Waited, minutes', { description: 'On acceptance: how long the letter waited for it since it was handed over' }),
      json('applied', 'As applied', { description: 'The row as the workers applied it; a later change is put back from here' }),
    ],
  }),
);
