import { defineView } from 'twenty-sdk/define';
import { newestFirst, table } from '../views';

export default defineView(
  table('recovery', 'all', 'Recoveries', {
    icon: 'IconCoins',
    columns: [['name', 260], ['legalCase', 220], ['kind', 180], 'claimed', 'awarded', 'collected', 'collectedAt', ['payer', 180], ['problem', 220]],
    sort: newestFirst('collectedAt'),
  }),
);
