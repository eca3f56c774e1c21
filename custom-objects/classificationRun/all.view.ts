import { defineView } from 'twenty-sdk/define';
import { newestFirst, table } from '../views';

export default defineView(
  table('classificationRun', 'all', 'Classifications', {
    icon: 'IconWand',
    columns: [['name', 240], 'status', 'scope', ['total', 110], ['done', 110], ['proposed', 110], ['startedAt', 170], ['finishedAt', 170], ['problem', 260]],
    sort: newestFirst('startedAt'),
  }),
);
