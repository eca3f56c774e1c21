import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { page } from './places';

export default defineNavigationMenuItem(page('caseControlReport', { in: 'reports', position: 3, name: 'Control of cases', icon: 'IconClipboardList' }));
