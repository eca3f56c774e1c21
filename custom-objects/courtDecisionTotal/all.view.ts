import { defineView } from 'twenty-sdk/define';
import { newestFirst, table } from '../views';

export default defineView(
  table('courtDecisionTotal', 'all', 'Decision totals', {
    icon: 'IconChartBar',
    columns: [
      ['name', 260], 'month', ['rootDirection', 180], 'region', ['recoveryKind', 180], 'decisions', 'distinctDecisions', 'claimed', 'awarded', 'collected', 'currencyCode',
    ],
    sort: newestFirst('month'),
  }),
);
