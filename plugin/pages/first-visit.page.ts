import { definePageLayout, PageLayoutTabLayoutMode } from 'twenty-sdk/define';
import { frontComponentWidget } from '../../custom-objects/views';
import { identifier } from '../identifiers';

export default definePageLayout({
  universalIdentifier: identifier('page.takeFirstVisit'),
  name: 'First visit',
  type: 'STANDALONE_PAGE',
  tabs: [
    {
      universalIdentifier: identifier('page.takeFirstVisit.tab'),
      title: 'First visit',
      icon: 'IconUserHeart',
      position: 0,
      layoutMode: PageLayoutTabLayoutMode.CANVAS,
      widgets: [frontComponentWidget('page.takeFirstVisit.widget', 'First visit', 'firstVisit')],
    },
  ],
});
