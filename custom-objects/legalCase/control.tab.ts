import { definePageLayoutTab, PageLayoutTabLayoutMode } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { frontComponentWidget } from '../views';

export default definePageLayoutTab({
  universalIdentifier: identifier('page.legalCase.tab.Control'),
  pageLayoutUniversalIdentifier: identifier('page.legalCase'),
  title: 'Control',
  icon: 'IconEyeCheck',
  position: 5,
  layoutMode: PageLayoutTabLayoutMode.CANVAS,
  widgets: [frontComponentWidget('page.legalCase.widget.caseControl', 'Control', 'caseControl')],
});
