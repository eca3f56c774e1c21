import { defineNavigationMenuItem, NavigationMenuItemType } from 'twenty-sdk/define';
import { identifier } from '../identifiers';

export default defineNavigationMenuItem({
  universalIdentifier: identifier('navigation.legalDirection'),
  type: NavigationMenuItemType.VIEW,
  name: 'Legal directions',
  icon: 'IconBinaryTree',
  position: 9,
  folderUniversalIdentifier: identifier('navigation.folder'),
  viewUniversalIdentifier: identifier('view.legalDirection.all'),
});
