import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { Complete } from './Complete';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.complete'),
  name: 'Complete',
  description: 'Ends the work on a letter',
  component: Complete,
});
