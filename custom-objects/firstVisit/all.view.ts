import { defineView } from 'twenty-sdk/define';
import { newestFirst, table } from '../views';

export default defineView(
  table('firstVisit', 'all', 'First visits', {
    icon: 'IconStethoscope',
    columns: [
      ['name', 260], ['visitedAt', 170], 'client', ['legalCase', 220], ['injuryKind', 180], 'injuryDate', 'workCapacityLossPercent', 'visitStatus', ['problem', 220],
    ],
    sort: newestFirst('visitedAt'),
  }),
);
