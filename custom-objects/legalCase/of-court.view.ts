import { defineView } from 'twenty-sdk/define';
import { listOf, newestFirst } from '../views';

export default defineView(
  listOf('legalCase', 'court', [['title', 260], 'number', 'instance', 'stage', 'lead', ['nextStepAt', 170]], newestFirst('openedAt')),
);
