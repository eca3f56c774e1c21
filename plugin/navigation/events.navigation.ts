import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.caseEvent', 'caseEvent', 'all', { in: 'caseFile', position: 1, name: 'Events', icon: 'IconCalendarEvent' }),
);
