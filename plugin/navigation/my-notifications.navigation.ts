import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { page } from './places';

export default defineNavigationMenuItem(page('myNotifications', { in: 'desk', position: 7, name: 'My notifications', icon: 'IconBellCog' }));
