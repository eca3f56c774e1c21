import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { AwaitClient } from './AwaitClient';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.awaitClient'),
  name: 'Await the client',
  description: 'Stops the clock of an event until the client brings what is missing',
  component: AwaitClient,
});
