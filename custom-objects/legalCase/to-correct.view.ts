import { defineView } from 'twenty-sdk/define';
import { isNotEmpty, newestFirst, table } from '../views';

export default defineView(
  table('legalCase', 'toCorrect', 'Cases to correct', {
    icon: 'IconAlertTriangle',
    position: 3,
    columns: [['title', 260], ['problem', 420], 'number', 'lead', 'department', 'stage'],
    filters: [isNotEmpty('problem')],
    sort: newestFirst('lastMovementAt'),
  }),
);
