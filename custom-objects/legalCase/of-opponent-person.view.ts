import { defineView } from 'twenty-sdk/define';
import { listOf, newestFirst } from '../views';

export default defineView(
  listOf(
    'legalCase',
    'opponentPerson',
    [['title', 260], 'number', 'stage', ['direction', 180], 'lead', ['nextStep', 200], ['nextStepAt', 170]],
    newestFirst('openedAt'),
  ),
);
