import { defineNavigationMenuItem, NavigationMenuItemType } from 'twenty-sdk/define';
import { identifier } from '../identifiers';

export default defineNavigationMenuItem({
  universalIdentifier: identifier('navigation.region'),
  type: NavigationMenuItemType.VIEW,
  name: 'Regions',
  icon: 'IconMap',
  position: 8,
  folderUniversalIdentifier: identifier('navigation.folder'),
  viewUniversalIdentifier: identifier('view.region.all'),
});
