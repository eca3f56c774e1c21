import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('firstVisit', {
    Visit: ['name', 'visitedAt', 'client', 'legalCase', 'visitStatus', 'problem'],
    'What happened': ['injuryKind', 'injuryDate', 'injuryPlace', 'circumstances'],
    Work: ['employer', 'occupation'],
    'In the case': ['caseEvent', 'files'],
  }),
);
