import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { MyNotifications } from './MyNotifications';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.myNotifications'),
  name: 'My notifications',
  description: 'How one is reminded, and the address of one’s calendar',
  component: MyNotifications,
});
