import { defineView } from 'twenty-sdk/define';
import { listOf, newestFirst } from '../views';

export default defineView(
  listOf('legalCase', 'department', [['title', 260], 'number', 'stage', 'lead', ['nextStep', 200], ['nextStepAt', 170]], newestFirst('openedAt')),
);
