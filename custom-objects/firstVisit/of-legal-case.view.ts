import { defineView } from 'twenty-sdk/define';
import { listOf, newestFirst } from '../views';

export default defineView(
  listOf(
    'firstVisit',
    'legalCase',
    [['name', 260], ['visitedAt', 170], 'visitStatus', ['injuryKind', 180], 'workCapacityLossPercent', ['problem', 220]],
    newestFirst('visitedAt'),
  ),
);
