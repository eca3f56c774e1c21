import { defineFrontComponent } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';
import { ClientFolders } from './ClientFolders';

export default defineFrontComponent({
  universalIdentifier: identifier('frontComponent.clientFolders'),
  name: 'Client folders',
  description: 'The archive of clients as a tree: who lies where, and what the folders tell',
  component: ClientFolders,
});
