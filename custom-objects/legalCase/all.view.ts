import { defineView } from 'twenty-sdk/define';
import { newestFirst, table } from '../views';

export default defineView(
  table('legalCase', 'all', 'Cases', {
    icon: 'IconBriefcase',
    columns: [['title', 260], 'number', 'client', 'stage', 'direction', 'region', 'lead', 'department', 'nextStep', 'nextStepAt'],
    sort: newestFirst('openedAt'),
  }),
);
