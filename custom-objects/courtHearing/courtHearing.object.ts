import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';
import { HEARING_OUTCOME } from '../vocabulary';

const { text, select, dateTime, problem } = fieldsOf('courtHearing');

export default defineObject(
  object({
    name: 'courtHearing',
    plural: 'courtHearings',
    label: 'Hearing',
    labelPlural: 'Hearings',
    icon: 'IconCalendarTime',
    description: 'A sitting of the court in a case',
    labelField: 'name',
    fields: [
      text('name', 'Name'),
      select('outcome', 'Outcome', HEARING_OUTCOME, 'SCHEDULED'),
      dateTime('scheduledAt', 'Begins'),
      dateTime('endsAt', 'Ends'),
      text('room', 'Room', { icon: 'IconDoor' }),
      text('judge', 'Judge', { icon: 'IconUser' }),
      problem(),
    ],
  }),
);
