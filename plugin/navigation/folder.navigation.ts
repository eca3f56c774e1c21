import { defineNavigationMenuItem, NavigationMenuItemType } from 'twenty-sdk/define';
import { identifier } from '../identifiers';

export default defineNavigationMenuItem({
  universalIdentifier: identifier('navigation.folder'),
  type: NavigationMenuItemType.FOLDER,
  name: 'Legal Desk',
  icon: 'IconScale',
  position: 0,
});
