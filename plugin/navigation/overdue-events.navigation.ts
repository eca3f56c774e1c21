import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.caseEvent.overdue', 'caseEvent', 'overdue', { in: 'control', position: 1, name: 'Overdue events', icon: 'IconClockExclamation' }),
);
