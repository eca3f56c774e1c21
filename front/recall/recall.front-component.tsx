import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { Recall } from './Recall';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.recall'),
  name: 'Recall',
  description: 'Takes back a letter that nobody has accepted yet',
  component: Recall,
});
