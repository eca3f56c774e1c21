import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { NewAssignment } from './NewAssignment';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.newAssignment'),
  name: 'New assignment',
  description: 'Notes what a client asks for, with who answers, region and direction from the case',
  component: NewAssignment,
});
