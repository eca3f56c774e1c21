import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { HandOver } from './HandOver';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.handOver'),
  name: 'Hand over',
  description: 'Hands a letter over to a person or a department',
  component: HandOver,
});
