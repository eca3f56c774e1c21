import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.correspondence', 'correspondence', 'all', { in: 'desk', position: 2, name: 'Letters', icon: 'IconMail' }),
);
