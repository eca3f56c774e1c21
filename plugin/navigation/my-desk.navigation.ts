import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { page } from './places';

export default defineNavigationMenuItem(page('myDesk', { in: 'desk', position: 0, name: 'My desk', icon: 'IconInbox' }));
