import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.courtFiling', 'courtFiling', 'all', { in: 'caseFile', position: 6, name: 'Court filings', icon: 'IconGavel' }),
);
