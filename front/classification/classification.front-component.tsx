import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { Classification } from './Classification';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.classification'),
  name: 'Classification',
  description: 'Searches the folders for regions and directions of clients, and shows what is proposed for confirming',
  component: Classification,
});
