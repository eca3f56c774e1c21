import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('courtHearing', {
    Hearing: ['name', 'legalCase', 'courtFiling', 'court', 'outcome', 'problem'],
    'When and where': ['scheduledAt', 'endsAt', 'room', 'judge'],
    'In the case': ['caseEvent'],
  }),
);
