import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { page } from './places';

export default defineNavigationMenuItem(page('financeReport', { in: 'reports', position: 5, name: 'Finance report', icon: 'IconCoins' }));
