import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.reportView', 'reportView', 'all', { in: 'reports', position: 20, name: 'All report views', icon: 'IconFilterHeart' }),
);
