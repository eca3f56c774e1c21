import { defineView } from 'twenty-sdk/define';
import { newestFirst, table } from '../views';

export default defineView(
  table('clientAssignment', 'all', 'Client assignments', {
    icon: 'IconClipboardCheck',
    columns: [['title', 300], 'client', ['legalCase', 220], 'responsible', 'status', ['givenAt', 170], ['dueAt', 170], ['completedAt', 170]],
    sort: newestFirst('givenAt'),
  }),
);
