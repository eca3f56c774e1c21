import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { FillChecklist } from './FillChecklist';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.fillChecklist'),
  name: 'Fill the checklist',
  description: 'Adds to a case the documents that its direction needs',
  component: FillChecklist,
});
