import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.caseDocument.missing', 'caseDocument', 'missing', { in: 'control', position: 3, name: 'Missing documents', icon: 'IconFileAlert' }),
);
