import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.eventResponsible', 'eventResponsible', 'all', { in: 'caseFile', position: 2, name: 'Responsible people', icon: 'IconUsers' }),
);
