import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { EventStages } from './EventStages';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.eventStages'),
  name: 'Events by completion stage',
  description: 'What was started and completed in a period and what is in work, by client, event group, kind and event',
  component: EventStages,
});
