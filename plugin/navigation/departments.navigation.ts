import { defineNavigationMenuItem, NavigationMenuItemType } from 'twenty-sdk/define';
import { identifier } from '../identifiers';

export default defineNavigationMenuItem({
  universalIdentifier: identifier('navigation.department'),
  type: NavigationMenuItemType.VIEW,
  name: 'Departments',
  icon: 'IconSitemap',
  position: 5,
  folderUniversalIdentifier: identifier('navigation.folder'),
  viewUniversalIdentifier: identifier('view.department.all'),
});
