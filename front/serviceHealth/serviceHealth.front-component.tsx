import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { ServiceHealth } from './ServiceHealth';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.serviceHealth'),
  name: 'Service health',
  description: 'Whether the workers live and the channels work, and what is left undone',
  component: ServiceHealth,
});
