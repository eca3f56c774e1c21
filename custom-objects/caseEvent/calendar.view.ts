import { defineView } from 'twenty-sdk/define';
import { calendar, is, isNot } from '../views';

/** What is open, and all that is of courts: a decision's event is completed, but by its due date one may appeal. */
export default defineView(
  calendar('caseEvent', 'calendar', 'Calendar', {
    icon: 'IconCalendarMonth',
    position: 1,
    columns: [['title', 200], 'legalCase', 'completion'],
    filters: [isNot('completion', 'CANCELLED')],
    anyOf: [is('completion', 'PLANNED', 'IN_PROGRESS', 'WAITING'), is('eventGroup', 'COURT', 'DECISION')],
    by: 'dueAt',
  }),
);
