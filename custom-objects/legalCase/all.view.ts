import { defineView } from 'twenty-sdk/define';
import { newestFirst, table } from '../views';

export default defineView(
  table('legalCase', 'all', 'Cases', {
    icon: 'IconBriefcase',
    columns: [
      ['title', 260], 'number', 'client', 'stage', ['direction', 180], 'lead', ['nextStep', 220], ['nextStepAt', 170], ['court', 200], 'region', 'department', ['lastMovementAt', 170],
    ],
    sort: newestFirst('openedAt'),
  }),
);
