import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.clientFolder', 'clientFolder', 'all', { in: 'clients', position: 3, name: 'All client folders', icon: 'IconFolder' }),
);
