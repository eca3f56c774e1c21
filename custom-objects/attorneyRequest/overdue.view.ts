import { defineView } from 'twenty-sdk/define';
import { is, isPast, oldestFirst, table } from '../views';

export default defineView(
  table('attorneyRequest', 'overdue', 'Overdue requests', {
    icon: 'IconClockExclamation',
    position: 1,
    columns: [['subject', 280], ['addressee', 200], ['legalCase', 220], 'dueAt', 'sentAt'],
    filters: [is('status', 'SENT'), isPast('dueAt')],
    sort: oldestFirst('dueAt'),
  }),
);
