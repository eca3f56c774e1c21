import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.clientRegion', 'clientRegion', 'all', { in: 'clients', position: 5, name: 'Regions of clients', icon: 'IconMap' }),
);
