import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { ConflictCheck } from './ConflictCheck';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.conflictCheck'),
  name: 'Conflict check',
  description: 'Finds out whether the client or the opponent is on the other side of another case',
  component: ConflictCheck,
});
