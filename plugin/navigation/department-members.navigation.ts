import { defineNavigationMenuItem, NavigationMenuItemType } from 'twenty-sdk/define';
import { identifier } from '../identifiers';

export default defineNavigationMenuItem({
  universalIdentifier: identifier('navigation.departmentMember'),
  type: NavigationMenuItemType.VIEW,
  name: 'Department members',
  icon: 'IconUsersGroup',
  position: 6,
  folderUniversalIdentifier: identifier('navigation.folder'),
  viewUniversalIdentifier: identifier('view.departmentMember.all'),
});
