import { defineView } from 'twenty-sdk/define';
import { listOf, oldestFirst } from '../views';

export default defineView(
  listOf('clientAssignment', 'client', [['title', 280], 'status', 'responsible', ['dueAt', 170], ['completedAt', 170]], oldestFirst('dueAt')),
);
