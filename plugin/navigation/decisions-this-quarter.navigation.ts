import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.courtDecision.thisQuarter', 'courtDecision', 'thisQuarter', { in: 'control', position: 6, name: 'Decisions this quarter', icon: 'IconCalendarStats' }),
);
