import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(list('navigation.region', 'region', 'all', { in: 'catalogues', position: 5, name: 'Regions', icon: 'IconMap' }));
