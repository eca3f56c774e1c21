import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { page } from './places';

export default defineNavigationMenuItem(page('eventStages', { in: 'reports', position: 0, name: 'Events by completion stage', icon: 'IconStairs' }));
