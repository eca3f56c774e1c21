import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { LettersAtRisk } from './LettersAtRisk';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.lettersAtRisk'),
  name: 'Letters at risk',
  description: 'Letters that are stuck, lost, returned or in nobody’s hands, who answers for each, and what to do',
  component: LettersAtRisk,
});
