import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.legalCase.conflicts', 'legalCase', 'conflicts', { in: 'control', position: 21, name: 'Conflicts of interest', icon: 'IconArrowsLeftRight' }),
);
