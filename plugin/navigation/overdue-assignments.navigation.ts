import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.clientAssignment.overdue', 'clientAssignment', 'overdue', { in: 'control', position: 8.5, name: 'Overdue assignments', icon: 'IconClipboardX' }),
);
