import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { DecisionsReport } from './DecisionsReport';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.decisionsReport'),
  name: 'Court decisions report',
  description: 'How many decisions courts made, and what was claimed, awarded and collected',
  component: DecisionsReport,
});
