import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { MyDesk } from './MyDesk';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.myDesk'),
  name: 'My desk',
  description: 'What awaits the viewer, what they hold and their reminders',
  component: MyDesk,
});
