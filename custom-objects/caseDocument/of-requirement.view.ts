import { defineView } from 'twenty-sdk/define';
import { listOf, newestFirst } from '../views';

export default defineView(
  listOf('caseDocument', 'requirement', [['name', 260], ['legalCase', 220], 'status', 'receivedAt', 'storagePlace'], newestFirst('receivedAt')),
);
