import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.correspondenceHistory', 'correspondenceHistory', 'all', { in: 'office', position: 2, name: 'Letter history', icon: 'IconHistory' }),
);
