import { defineView } from 'twenty-sdk/define';
import { listOf, newestFirst } from '../views';

export default defineView(
  listOf(
    'caseEvent',
    'kind',
    [['title', 260], ['legalCase', 220], 'completion', ['startedAt', 170], ['dueAt', 170], 'actualDays'],
    newestFirst('startedAt'),
  ),
);
