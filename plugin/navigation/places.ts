import { NavigationMenuItemType, type defineNavigationMenuItem } from 'twenty-sdk/define';
import { identifier } from '../identifiers';

/** The navigation in short: folders, which Twenty does not nest, and in them lists and pages. Below zero a folder stands above Twenty's own items. */

type NavigationItem = Parameters<typeof defineNavigationMenuItem>[0];

const FOLDERS = {
  /** What one opens every day. */
  desk: 'navigation.folder',
  caseFile: 'navigation.folder.caseFile',
  clients: 'navigation.folder.clients',
  control: 'navigation.folder.control',
  reports: 'navigation.folder.reports',
  catalogues: 'navigation.folder.catalogues',
  office: 'navigation.folder.office',
};
type Place = { in: keyof typeof FOLDERS; position: number; name: string; icon: string };

export const folder = (key: keyof typeof FOLDERS, position: number, name: string, icon: string): NavigationItem => ({
  universalIdentifier: identifier(FOLDERS[key]),
  type: NavigationMenuItemType.FOLDER,
  name,
  icon,
  position,
});

const item = (path: string, { in: key, ...rest }: Place) => ({
  universalIdentifier: identifier(path),
  folderUniversalIdentifier: identifier(FOLDERS[key]),
  ...rest,
});

/**
 * A list of records. Twenty labels it by the view's name, so both are called the same.
 *
 * @param path the item's own path, by which Twenty knows it
 */
export const list = (path: string, object: string, view: string, place: Place): NavigationItem => ({
  ...item(path, place),
  type: NavigationMenuItemType.VIEW,
  viewUniversalIdentifier: identifier(`view.${object}.${view}`),
});

export const page = (key: string, place: Place): NavigationItem => ({
  ...item(`navigation.${key}`, place),
  type: NavigationMenuItemType.PAGE_LAYOUT,
  pageLayoutUniversalIdentifier: identifier(`page.${key}`),
});
