import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.department', 'department', 'all', { in: 'office', position: 0, name: 'Departments', icon: 'IconSitemap' }),
);
