import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(list('navigation.theOffice', 'office', 'all', { in: 'office', position: 9, name: 'The office', icon: 'IconBuilding' }));
