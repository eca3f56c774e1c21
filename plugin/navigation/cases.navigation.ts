import { defineNavigationMenuItem, NavigationMenuItemType } from 'twenty-sdk/define';
import { identifier } from '../identifiers';

export default defineNavigationMenuItem({
  universalIdentifier: identifier('navigation.legalCase'),
  type: NavigationMenuItemType.VIEW,
  name: 'Cases',
  icon: 'IconBriefcase',
  position: 3,
  folderUniversalIdentifier: identifier('navigation.folder'),
  viewUniversalIdentifier: identifier('view.legalCase.all'),
});
