import { defineView } from 'twenty-sdk/define';
import { calendar, isNot } from '../views';

export default defineView(
  calendar('clientAssignment', 'calendar', 'Assignment calendar', {
    icon: 'IconCalendarMonth',
    position: 3,
    columns: [['title', 200], 'client', 'responsible', 'status'],
    filters: [isNot('status', 'CANCELLED')],
    by: 'dueAt',
  }),
);
