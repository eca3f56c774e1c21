import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { ResumeEvent } from './ResumeEvent';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.resumeEvent'),
  name: 'Go on with the event',
  description: 'The client is no longer awaited: the event goes on',
  component: ResumeEvent,
});
