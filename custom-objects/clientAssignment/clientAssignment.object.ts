import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';
import { ASSIGNMENT_STATUS } from '../vocabulary';

const { text, select, dateTime, decimal, integer, boolean, problem } = fieldsOf('clientAssignment');

export default defineObject(
  object({
    name: 'clientAssignment',
    plural: 'clientAssignments',
    label: 'Client assignment',
    labelPlural: 'Client assignments',
    icon: 'IconClipboardCheck',
    description: 'What a client asked the firm to do',
    labelField: 'title',
    fields: [
      text('title', 'Title'),
      select('status', 'Status', ASSIGNMENT_STATUS, 'NEW'),
      dateTime('givenAt', 'Given'),
      dateTime('dueAt', 'Due'),
      dateTime('completedAt', 'Done'),
      decimal('actualDays', 'Days taken', { description: 'From when it was given to when it was done' }),
      boolean('isOverdue', 'Overdue', false, { description: 'Not done when it was due; kept by the workers' }),
      integer('daysLate', 'Days late', { description: 'From when it was due to when it was done, or to today' }),
      problem(),
    ],
  }),
);
