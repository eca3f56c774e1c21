import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.attorneyRequest.overdue', 'attorneyRequest', 'overdue', { in: 'control', position: 4, name: 'Overdue requests', icon: 'IconMailQuestion' }),
);
