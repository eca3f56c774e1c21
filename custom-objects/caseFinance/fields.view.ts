import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('caseFinance', {
    Sums: ['name', 'legalCase', 'claimed', 'awarded', 'collected', 'lastPaymentAt'],
  }),
);
