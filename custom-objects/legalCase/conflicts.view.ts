import { defineView } from 'twenty-sdk/define';
import { isNotEmpty, newestFirst, table } from '../views';

export default defineView(
  table('legalCase', 'conflicts', 'Conflicts of interest', {
    icon: 'IconArrowsLeftRight',
    position: 9,
    columns: [['title', 260], ['conflicts', 320], ['conflictNote', 260], 'client', 'opponent', 'opponentPerson', 'lead'],
    filters: [isNotEmpty('conflicts')],
    sort: newestFirst('openedAt'),
  }),
);
