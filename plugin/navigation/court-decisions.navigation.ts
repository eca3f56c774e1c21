import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.courtDecision', 'courtDecision', 'all', { in: 'caseFile', position: 8, name: 'Court decisions', icon: 'IconScale' }),
);
