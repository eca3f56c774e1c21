import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.officeDay', 'officeDay', 'all', { in: 'office', position: 10, name: 'Holidays and special days', icon: 'IconCalendarOff' }),
);
