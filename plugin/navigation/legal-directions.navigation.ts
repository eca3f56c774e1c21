import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.legalDirection', 'legalDirection', 'all', { in: 'catalogues', position: 0, name: 'Legal directions', icon: 'IconBinaryTree' }),
);
