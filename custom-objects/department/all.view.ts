import { defineView } from 'twenty-sdk/define';
import { oldestFirst, table } from '../views';

export default defineView(
  table('department', 'all', 'Departments', {
    icon: 'IconSitemap',
    columns: [['name', 240], 'head', 'parent', 'members', 'isRegistry', 'pendingCorrespondences'],
    sort: oldestFirst('name'),
  }),
);
