import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { page } from './places';

export default defineNavigationMenuItem(page('classification', { in: 'clients', position: 1, name: 'Classification', icon: 'IconWand' }));
