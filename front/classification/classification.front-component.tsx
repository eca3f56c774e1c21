import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { Classification } from './Classification';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.classification'),
  name: 'Classification',
  description: 'Regions and directions that the folders tell of clients: to confirm, change or reject',
  component: Classification,
});
