import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.caseEvent.calendar', 'caseEvent', 'calendar', { in: 'desk', position: 4, name: 'Calendar', icon: 'IconCalendarMonth' }),
);
