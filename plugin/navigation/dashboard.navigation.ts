import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { page } from './places';

export default defineNavigationMenuItem(
  page('dashboard', { in: 'reports', position: 6, name: 'The practice at a glance', icon: 'IconLayoutDashboard' }),
);
