import { defineView } from 'twenty-sdk/define';
import { listOf, newestFirst } from '../views';

export default defineView(
  listOf('legalCase', 'region', [['title', 260], 'number', 'stage', ['direction', 180], 'lead', ['nextStepAt', 170]], newestFirst('openedAt')),
);
