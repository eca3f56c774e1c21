import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';
import { REMINDER_KIND } from '../vocabulary';

const { text, select, dateTime, integer, boolean, json } = fieldsOf('reminder');

export default defineObject(
  object({
    name: 'reminder',
    plural: 'reminders',
    label: 'Reminder',
    labelPlural: 'Reminders',
    icon: 'IconBell',
    description: 'A repeated reminder to one person, deleted when its cause is gone',
    labelField: 'title',
    isSearchable: false,
    fields: [
      text('title', 'What to do'),
      select('kind', 'Kind', REMINDER_KIND),
      dateTime('startedAt', 'Since'),
      dateTime('nextAt', 'Next'),
      dateTime('lastAt', 'Last'),
      dateTime('dueAt', 'Due', { description: 'The moment of what it reminds of: a hearing, the end of a term' }),
      integer('sentCount', 'Times reminded'),
      boolean('isEscalation', 'Escalation', false, { description: 'Sent to the head because the others did not act' }),
      json('deliveries', 'Deliveries', { description: 'What came of the last delivery by each channel; written by the workers' }),
      dateTime('retryAt', 'Delivery again at', { description: 'When the workers try again to deliver what failed' }),
    ],
  }),
);
