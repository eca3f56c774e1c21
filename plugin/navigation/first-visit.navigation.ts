import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { page } from './places';

export default defineNavigationMenuItem(page('firstVisit', { in: 'desk', position: 1, name: 'First visit', icon: 'IconUserHeart' }));
