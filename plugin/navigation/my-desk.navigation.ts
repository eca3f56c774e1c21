import { defineNavigationMenuItem, NavigationMenuItemType } from 'twenty-sdk/define';
import { identifier } from '../identifiers';

export default defineNavigationMenuItem({
  universalIdentifier: identifier('navigation.myDesk'),
  type: NavigationMenuItemType.PAGE_LAYOUT,
  name: 'My desk',
  icon: 'IconInbox',
  position: 0,
  folderUniversalIdentifier: identifier('navigation.folder'),
  pageLayoutUniversalIdentifier: identifier('page.myDesk'),
});
