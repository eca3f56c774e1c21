import { defineView } from 'twenty-sdk/define';
import { oldestFirst, table } from '../views';

export default defineView(
  table('legalDirection', 'all', 'Legal directions', {
    icon: 'IconBinaryTree',
    columns: [['name', 300], ['parent', 200], ['root', 200], 'particulars', 'code', 'isActive', ['problem', 240]],
    sort: oldestFirst('name'),
  }),
);
