import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { page } from './places';

export default defineNavigationMenuItem(page('importFiles', { in: 'office', position: 19, name: 'Import files', icon: 'IconFileImport' }));
