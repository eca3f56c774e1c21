import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.clientAssignment', 'clientAssignment', 'all', { in: 'caseFile', position: 11, name: 'Client assignments', icon: 'IconClipboardCheck' }),
);
