import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('caseControl', {
    Case: ['name', 'legalCase', 'stage', 'instance', 'openEvents', 'awaitsClient', 'lastMovementAt', 'daysWithoutMovement', 'isForgotten'],
    Documents: ['requiredCount', 'receivedCount', 'missingDocuments'],
    Requests: ['requestsSent', 'requestsOpen', 'requestsOverdue'],
    'From the case': ['direction', 'region', 'department', 'lead'],
  }),
);
