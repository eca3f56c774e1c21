import { defineNavigationMenuItem, NavigationMenuItemType } from 'twenty-sdk/define';
import { identifier } from '../identifiers';

export default defineNavigationMenuItem({
  universalIdentifier: identifier('navigation.correspondenceHistory'),
  type: NavigationMenuItemType.VIEW,
  name: 'Letter history',
  icon: 'IconHistory',
  position: 4,
  folderUniversalIdentifier: identifier('navigation.folder'),
  viewUniversalIdentifier: identifier('view.correspondenceHistory.all'),
});
