import { defineView } from 'twenty-sdk/define';
import { listOf, newestFirst } from '../views';

export default defineView(
  listOf('recovery', 'kind', [['name', 240], ['legalCase', 220], 'claimed', 'awarded', 'collected', 'collectedAt'], newestFirst('collectedAt')),
);
