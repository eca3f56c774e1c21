import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.correspondenceIncident', 'correspondenceIncident', 'all', { in: 'control', position: 9, name: 'Incidents', icon: 'IconShieldExclamation' }),
);
