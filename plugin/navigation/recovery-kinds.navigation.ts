import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.recoveryKind', 'recoveryKind', 'all', { in: 'catalogues', position: 3, name: 'Recovery kinds', icon: 'IconCategory' }),
);
