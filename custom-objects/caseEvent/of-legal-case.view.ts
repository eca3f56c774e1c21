import { defineView } from 'twenty-sdk/define';
import { listOf, newestFirst } from '../views';

export default defineView(
  listOf(
    'caseEvent',
    'legalCase',
    [['title', 280], 'completion', ['startedAt', 170], ['dueAt', 170], ['completedAt', 170], 'actualDays', ['problem', 220]],
    newestFirst('startedAt'),
  ),
);
