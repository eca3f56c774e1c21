import { defineView } from 'twenty-sdk/define';
import { is, isMine, oldestFirst, table } from '../views';

export default defineView(
  table('clientAssignment', 'mine', 'My assignments', {
    icon: 'IconUserCheck',
    position: 4,
    columns: [['title', 300], 'client', 'status', ['dueAt', 170], ['legalCase', 220]],
    filters: [isMine('responsible'), is('status', 'NEW', 'IN_PROGRESS')],
    sort: oldestFirst('dueAt'),
  }),
);
