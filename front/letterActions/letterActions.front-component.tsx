import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { LetterActions } from './LetterActions';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.letterActions'),
  name: 'Letter actions',
  description: 'All that the viewer may do with a letter now',
  component: LetterActions,
});
