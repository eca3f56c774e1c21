import { defineNavigationMenuItem, NavigationMenuItemType } from 'twenty-sdk/define';
import { identifier } from '../identifiers';

export default defineNavigationMenuItem({
  universalIdentifier: identifier('navigation.reminder'),
  type: NavigationMenuItemType.VIEW,
  name: 'My reminders',
  icon: 'IconBell',
  position: 2,
  folderUniversalIdentifier: identifier('navigation.folder'),
  viewUniversalIdentifier: identifier('view.reminder.mine'),
});
