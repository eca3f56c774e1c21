import { defineNavigationMenuItem, NavigationMenuItemType } from 'twenty-sdk/define';
import { identifier } from '../identifiers';

export default defineNavigationMenuItem({
  universalIdentifier: identifier('navigation.correspondence'),
  type: NavigationMenuItemType.VIEW,
  name: 'Letters',
  icon: 'IconMail',
  position: 1,
  folderUniversalIdentifier: identifier('navigation.folder'),
  viewUniversalIdentifier: identifier('view.correspondence.all'),
});
