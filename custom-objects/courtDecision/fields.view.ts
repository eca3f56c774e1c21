import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('courtDecision', {
    Decision: ['name', 'legalCase', 'courtFiling', 'court', 'instance', 'outcome', 'problem'],
    Dates: ['decidedAt', 'appealDueAt', 'effectiveAt'],
    'In the case': ['caseEvent', 'files'],
    'From the case': ['client', 'direction', 'region'],
  }),
);
