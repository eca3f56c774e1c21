import { defineView } from 'twenty-sdk/define';
import { listOf, newestFirst } from '../views';

export default defineView(
  listOf('courtHearing', 'court', [['name', 260], ['scheduledAt', 170], ['legalCase', 220], 'room', 'judge', 'outcome'], newestFirst('scheduledAt')),
);
