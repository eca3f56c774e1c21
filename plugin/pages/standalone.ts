import { PageLayoutTabLayoutMode, type PageLayoutConfig } from 'twenty-sdk/define';
import { frontComponentWidget } from '../../custom-objects/views';
import { identifier } from '../identifiers';

/** A page of the navigation that is one component. */
export const standalone = (key: string, { title, icon }: { title: string; icon: string }): PageLayoutConfig => ({
  universalIdentifier: identifier(`page.${key}`),
  name: title,
  type: 'STANDALONE_PAGE',
  tabs: [
    {
      universalIdentifier: identifier(`page.${key}.tab`),
      title,
      icon,
      position: 0,
      layoutMode: PageLayoutTabLayoutMode.CANVAS,
      widgets: [frontComponentWidget(`page.${key}.widget`, title, key)],
    },
  ],
});
