import { definePageLayout, PageLayoutTabLayoutMode } from 'twenty-sdk/define';
import { frontComponentWidget } from '../../custom-objects/views';
import { identifier } from '../identifiers';

export default definePageLayout({
  universalIdentifier: identifier('page.myDesk'),
  name: 'My desk',
  type: 'STANDALONE_PAGE',
  tabs: [
    {
      universalIdentifier: identifier('page.myDesk.tab'),
      title: 'My desk',
      icon: 'IconInbox',
      position: 0,
      layoutMode: PageLayoutTabLayoutMode.CANVAS,
      widgets: [frontComponentWidget('page.myDesk.widget', 'My desk', 'myDesk')],
    },
  ],
});
