import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.documentRequirement', 'documentRequirement', 'all', { in: 'catalogues', position: 2, name: 'Document requirements', icon: 'IconChecklist' }),
);
