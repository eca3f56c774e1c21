import { defineView } from 'twenty-sdk/define';
import { isNotEmpty, table } from '../views';

export default defineView(
  table('clientFolder', 'toCorrect', 'Folders to correct', {
    icon: 'IconAlertTriangle',
    position: 1,
    columns: [['name', 260], ['problem', 360], 'parent'],
    filters: [isNotEmpty('problem')],
  }),
);
