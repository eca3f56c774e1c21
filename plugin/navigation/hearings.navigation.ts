import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.courtHearing', 'courtHearing', 'all', { in: 'caseFile', position: 7, name: 'Hearings', icon: 'IconCalendarTime' }),
);
