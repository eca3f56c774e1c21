import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { page } from './places';

export default defineNavigationMenuItem(page('assignmentsReport', { in: 'reports', position: 1, name: 'Fulfilment of client assignments', icon: 'IconChecklist' }));
