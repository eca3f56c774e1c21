import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { page } from './places';

export default defineNavigationMenuItem(page('forgottenCases', { in: 'control', position: -2, name: 'Forgotten cases', icon: 'IconRadar2' }));
