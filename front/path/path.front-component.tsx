import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { Path } from './Path';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.path'),
  name: 'Path',
  description: 'The letter’s way through departments and people, as a picture',
  component: Path,
});
