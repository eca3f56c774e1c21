import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { FirstVisitOfClient } from './FirstVisitOfClient';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.firstVisitOfClient'),
  name: 'First visit of this client',
  description: 'Takes the first visit of a person who is known already',
  component: FirstVisitOfClient,
});
