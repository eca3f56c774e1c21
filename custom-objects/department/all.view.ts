import { defineView } from 'twenty-sdk/define';
import { oldestFirst, table } from '../views';

export default defineView(
  table('department', 'all', 'Departments', {
    icon: 'IconSitemap',
    columns: [['name', 240], 'head', 'parent', 'isRegistry', ['members', 240], ['problem', 240]],
    sort: oldestFirst('name'),
  }),
);
