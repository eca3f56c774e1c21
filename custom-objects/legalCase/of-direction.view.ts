import { defineView } from 'twenty-sdk/define';
import { listOf, newestFirst } from '../views';

export default defineView(
  listOf('legalCase', 'direction', [['title', 260], 'number', 'stage', 'lead', ['nextStep', 200], ['nextStepAt', 170]], newestFirst('openedAt')),
);
