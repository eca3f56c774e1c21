import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.importRun', 'importRun', 'all', { in: 'office', position: 20, name: 'Imports', icon: 'IconFileImport' }),
);
