import { defineView } from 'twenty-sdk/define';
import { listOf, oldestFirst } from '../views';

export default defineView(
  listOf('courtHearing', 'courtFiling', [['name', 240], ['scheduledAt', 170], 'room', 'judge', 'outcome'], oldestFirst('scheduledAt')),
);
