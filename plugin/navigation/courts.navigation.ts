import { defineNavigationMenuItem, NavigationMenuItemType } from 'twenty-sdk/define';
import { identifier } from '../identifiers';

export default defineNavigationMenuItem({
  universalIdentifier: identifier('navigation.court'),
  type: NavigationMenuItemType.VIEW,
  name: 'Courts',
  icon: 'IconBuildingBank',
  position: 7,
  folderUniversalIdentifier: identifier('navigation.folder'),
  viewUniversalIdentifier: identifier('view.court.all'),
});
