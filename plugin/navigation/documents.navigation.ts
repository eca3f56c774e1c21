import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.caseDocument', 'caseDocument', 'all', { in: 'caseFile', position: 4, name: 'Documents', icon: 'IconFileText' }),
);
