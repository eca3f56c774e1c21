import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { FirstVisit } from './FirstVisit';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.firstVisit'),
  name: 'First visit',
  description: 'Takes a first visit and opens the case with its event and checklist',
  component: FirstVisit,
});
