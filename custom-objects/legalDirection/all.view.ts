import { defineView } from 'twenty-sdk/define';
import { oldestFirst, table } from '../views';

export default defineView(
  table('legalDirection', 'all', 'Legal directions', {
    icon: 'IconBinaryTree',
    columns: [['name', 280], 'code', 'parent', 'root', 'isActive', 'legalCases'],
    sort: oldestFirst('name'),
  }),
);
