import { defineView } from 'twenty-sdk/define';
import { calendar, isNot } from '../views';

export default defineView(
  calendar('caseEvent', 'calendar', 'Calendar', {
    icon: 'IconCalendarMonth',
    position: 1,
    columns: [['title', 200], 'legalCase', 'completion'],
    filters: [isNot('completion', 'CANCELLED')],
    by: 'dueAt',
  }),
);
