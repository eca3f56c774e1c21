import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { page } from './places';

export default defineNavigationMenuItem(page('decisionsReport', { in: 'reports', position: 2, name: 'Court decisions report', icon: 'IconGavel' }));
