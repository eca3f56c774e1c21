import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { CompleteEvent } from './CompleteEvent';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.completeEvent'),
  name: 'Complete the event',
  description: 'Completes an event of the case',
  component: CompleteEvent,
});
