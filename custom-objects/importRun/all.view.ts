import { defineView } from 'twenty-sdk/define';
import { newestFirst, table } from '../views';

export default defineView(
  table('importRun', 'all', 'Imports', {
    icon: 'IconFileImport',
    columns: [['name', 240], 'kind', 'status', ['total', 100], ['done', 100], ['created', 100], ['matched', 100], ['refused', 100], ['problem', 260]],
    sort: newestFirst('startedAt'),
  }),
);
