import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('caseEvent', {
    Event: ['title', 'kind', 'completion', 'legalCase', 'court', 'department', 'problem'],
    Times: ['startedAt', 'dueAt', 'completedAt', 'actualDays', 'expectedEndAt', 'expectedFromCount'],
    'Awaiting from client': ['waitingSince', 'waitedDays', 'missingDocuments'],
    'From the case': ['client', 'direction', 'region'],
    'Made from': ['firstVisits', 'attorneyRequests', 'courtFilings', 'courtHearings', 'courtDecisions'],
  }),
);
