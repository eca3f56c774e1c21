import { defineView } from 'twenty-sdk/define';
import { board, oldestFirst } from '../views';
import { ASSIGNMENT_STATUS } from '../vocabulary';

export default defineView(
  board('clientAssignment', 'byStatus', 'Assignments by status', {
    icon: 'IconLayoutKanban',
    position: 2,
    columns: [['title', 200], 'client', 'responsible', 'dueAt'],
    sort: oldestFirst('dueAt'),
    by: 'status',
    groups: ASSIGNMENT_STATUS,
  }),
);
