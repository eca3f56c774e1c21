import { defineView } from 'twenty-sdk/define';
import { is, isTrue, oldestFirst, table } from '../views';

export default defineView(
  table('clientAssignment', 'overdue', 'Overdue assignments', {
    icon: 'IconClipboardX',
    position: 5,
    columns: [['title', 300], 'client', 'responsible', 'status', ['dueAt', 170], ['daysLate', 110], ['legalCase', 220]],
    filters: [is('status', 'NEW', 'IN_PROGRESS'), isTrue('isOverdue')],
    sort: oldestFirst('dueAt'),
  }),
);
