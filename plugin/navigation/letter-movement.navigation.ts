import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { page } from './places';

export default defineNavigationMenuItem(page('letterMovement', { in: 'reports', position: 4, name: 'Correspondence movement', icon: 'IconRoute' }));
