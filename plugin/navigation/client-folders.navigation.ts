import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { page } from './places';

export default defineNavigationMenuItem(page('clientFolders', { in: 'clients', position: 0, name: 'Client folders', icon: 'IconFolders' }));
