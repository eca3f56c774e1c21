import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { FindRegions } from './FindRegions';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.findRegions'),
  name: 'Find regions and directions',
  description: 'Has the folders of the selected clients searched for regions and directions',
  component: FindRegions,
});
