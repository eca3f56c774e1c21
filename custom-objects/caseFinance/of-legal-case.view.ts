import { defineView } from 'twenty-sdk/define';
import { listOf } from '../views';

export default defineView(
  listOf('caseFinance', 'legalCase', [['name', 240], 'claimed', 'awarded', 'collected', 'lastPaymentAt']),
);
