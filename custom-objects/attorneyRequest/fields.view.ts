import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('attorneyRequest', {
    Request: ['subject', 'addressee', 'legalCase', 'status', 'problem'],
    Dates: ['sentAt', 'dueAt', 'answeredAt'],
    Reply: ['reply'],
    'In the case': ['caseEvent'],
  }),
);
