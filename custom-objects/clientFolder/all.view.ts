import { defineView } from 'twenty-sdk/define';
import { oldestFirst, table } from '../views';

export default defineView(
  table('clientFolder', 'all', 'All client folders', {
    icon: 'IconFolder',
    columns: [['name', 260], ['path', 360], 'parent', 'direction', 'region', ['problem', 260]],
    sort: oldestFirst('path'),
  }),
);
