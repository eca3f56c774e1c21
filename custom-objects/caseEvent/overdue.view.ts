import { defineView } from 'twenty-sdk/define';
import { is, isPast, oldestFirst, table } from '../views';

export default defineView(
  table('caseEvent', 'overdue', 'Overdue events', {
    icon: 'IconClockExclamation',
    position: 3,
    columns: [['title', 280], ['legalCase', 220], ['kind', 180], 'completion', ['dueAt', 170], 'department'],
    filters: [isPast('dueAt'), is('completion', 'PLANNED', 'IN_PROGRESS')],
    sort: oldestFirst('dueAt'),
  }),
);
