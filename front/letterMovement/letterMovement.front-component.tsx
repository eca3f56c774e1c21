import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { LetterMovement } from './LetterMovement';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.letterMovement'),
  name: 'Correspondence movement',
  description: 'How letters go through the departments, which are in trouble, and the way of one letter',
  component: LetterMovement,
});
