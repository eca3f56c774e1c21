import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { AddEvent } from './AddEvent';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.addEvent'),
  name: 'Add event',
  description: 'Adds an event to a case, with its responsible people',
  component: AddEvent,
});
