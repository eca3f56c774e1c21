import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { RegisterLetter } from './RegisterLetter';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.registerLetter'),
  name: 'Register letter',
  description: 'Registers a letter and hands it over at once if wanted',
  component: RegisterLetter,
});
