import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.classificationProposal', 'classificationProposal', 'all', { in: 'clients', position: 4, name: 'All proposals', icon: 'IconListCheck' }),
);
