import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { WhereIsThePaper } from './WhereIsThePaper';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.whereIsThePaper'),
  name: 'Where is the paper',
  description: 'Every letter that is not archived: who has it, for how long, and where the original is',
  component: WhereIsThePaper,
});
