import { defineView } from 'twenty-sdk/define';
import { listOf, oldestFirst } from '../views';

export default defineView(
  listOf('clientFolderEntry', 'clientFolder', [['name', 240], 'person', 'company'], oldestFirst('name')),
);
