import { defineView } from 'twenty-sdk/define';
import { table } from '../views';

export default defineView(
  table('clientDirection', 'all', 'Directions of clients', { icon: 'IconBinaryTree', columns: [['name', 260], 'direction', 'person', 'company', 'proposal', 'createdBy'] }),
);
