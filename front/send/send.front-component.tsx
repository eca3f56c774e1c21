import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { Send } from './Send';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.send'),
  name: 'Send',
  description: 'Records that an outgoing letter was sent',
  component: Send,
});
