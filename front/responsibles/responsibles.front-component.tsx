import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { Responsibles } from './Responsibles';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.responsibles'),
  name: 'Responsible people',
  description: 'Who answers for an event: several people at once',
  component: Responsibles,
});
