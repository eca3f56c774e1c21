import { defineNavigationMenuItem, NavigationMenuItemType } from 'twenty-sdk/define';
import { identifier } from '../identifiers';

export default defineNavigationMenuItem({
  universalIdentifier: identifier('navigation.correspondenceIncident'),
  type: NavigationMenuItemType.VIEW,
  name: 'Incidents',
  icon: 'IconAlertTriangle',
  position: 10,
  folderUniversalIdentifier: identifier('navigation.folder'),
  viewUniversalIdentifier: identifier('view.correspondenceIncident.all'),
});
