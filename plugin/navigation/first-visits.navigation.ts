import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.firstVisit', 'firstVisit', 'all', { in: 'caseFile', position: 3, name: 'First visits', icon: 'IconStethoscope' }),
);
