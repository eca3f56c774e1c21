import { defineView } from 'twenty-sdk/define';
import { newestFirst, table } from '../views';

export default defineView(
  table('attorneyRequest', 'all', 'Attorney requests', {
    icon: 'IconMailQuestion',
    columns: [['subject', 280], ['addressee', 200], ['legalCase', 220], 'status', 'sentAt', 'dueAt', 'answeredAt', ['reply', 240]],
    sort: newestFirst('sentAt'),
  }),
);
