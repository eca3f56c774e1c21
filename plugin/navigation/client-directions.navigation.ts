import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.clientDirection', 'clientDirection', 'all', { in: 'clients', position: 6, name: 'Directions of clients', icon: 'IconBinaryTree' }),
);
