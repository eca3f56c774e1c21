import { defineView } from 'twenty-sdk/define';
import { newestFirst, table } from '../views';

export default defineView(
  table('caseFinance', 'all', 'Case finances', {
    icon: 'IconReportMoney',
    columns: [['name', 260], ['legalCase', 240], 'claimed', 'awarded', 'collected', 'lastPaymentAt'],
    sort: newestFirst('lastPaymentAt'),
  }),
);
