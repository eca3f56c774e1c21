import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.attorneyRequest', 'attorneyRequest', 'all', { in: 'caseFile', position: 5, name: 'Attorney requests', icon: 'IconMailQuestion' }),
);
