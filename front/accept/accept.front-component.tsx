import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { Accept } from './Accept';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.accept'),
  name: 'Accept',
  description: 'Accepts a letter that waits for the viewer',
  component: Accept,
});
