import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.clientAssignment.open', 'clientAssignment', 'open', { in: 'control', position: 8, name: 'Open assignments', icon: 'IconClipboardList' }),
);
