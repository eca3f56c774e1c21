import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('recovery', {
    Recovery: ['name', 'kind', 'courtDecision', 'legalCase', 'payer', 'problem'],
    Sums: ['claimed', 'awarded', 'collected', 'collectedAt'],
    'From the decision': ['decidedAt', 'instance', 'outcome'],
    'From the case': ['client', 'direction', 'region'],
  }),
);
