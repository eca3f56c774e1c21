import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(list('navigation.reminder', 'reminder', 'mine', { in: 'desk', position: 6, name: 'My reminders', icon: 'IconBell' }));
