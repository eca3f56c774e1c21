import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('courtFiling', {
    Filing: ['name', 'legalCase', 'instance', 'court', 'courtCaseNumber', 'previousFiling', 'problem'],
    Dates: ['filedAt', 'acceptedAt'],
    'In the case': ['caseEvent', 'files'],
  }),
);
