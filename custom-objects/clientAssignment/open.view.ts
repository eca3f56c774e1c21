import { defineView } from 'twenty-sdk/define';
import { is, oldestFirst, table } from '../views';

export default defineView(
  table('clientAssignment', 'open', 'Open assignments', {
    icon: 'IconClipboardList',
    position: 1,
    columns: [['title', 300], 'client', 'responsible', 'status', ['dueAt', 170], ['legalCase', 220]],
    filters: [is('status', 'NEW', 'IN_PROGRESS')],
    sort: oldestFirst('dueAt'),
  }),
);
