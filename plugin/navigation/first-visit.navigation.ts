import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { page } from './places';

export default defineNavigationMenuItem(page('takeFirstVisit', { in: 'desk', position: 1, name: 'First visit', icon: 'IconUserHeart' }));
