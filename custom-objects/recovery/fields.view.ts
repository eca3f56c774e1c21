import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('recovery', {
    Recovery: ['name', 'kind', 'courtDecision', 'legalCase', 'payer', 'problem'],
    Sums: ['claimed', 'awarded', 'collected', 'collectedAt'],
  }),
);
