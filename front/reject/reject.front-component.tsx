import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { Reject } from './Reject';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.reject'),
  name: 'Reject',
  description: 'Sends a waiting letter back with a reason',
  component: Reject,
});
