import { defineView } from 'twenty-sdk/define';
import { newestFirst, table } from '../views';

export default defineView(
  table('classificationProposal', 'all', 'All proposals', {
    icon: 'IconListCheck',
    columns: [['name', 240], 'status', ['score', 100], ['regionNames', 240], ['directionNames', 240], 'run', ['problem', 220]],
    sort: newestFirst('score'),
  }),
);
