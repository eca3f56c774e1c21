import { defineView } from 'twenty-sdk/define';
import { newestFirst, table } from '../views';

export default defineView(
  table('courtDecision', 'all', 'Court decisions', {
    icon: 'IconScale',
    columns: [['name', 260], ['legalCase', 220], 'outcome', 'instance', ['court', 220], 'decidedAt', 'appealDueAt', 'effectiveAt', ['problem', 220]],
    sort: newestFirst('decidedAt'),
  }),
);
