import { defineView } from 'twenty-sdk/define';
import { listOf, newestFirst } from '../views';

export default defineView(
  listOf('attorneyRequest', 'addressee', [['subject', 260], ['legalCase', 200], 'status', 'sentAt', 'dueAt', 'answeredAt'], newestFirst('sentAt')),
);
