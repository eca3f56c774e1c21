import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(list('navigation.recovery', 'recovery', 'all', { in: 'caseFile', position: 9, name: 'Recoveries', icon: 'IconCoins' }));
