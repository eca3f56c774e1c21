import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('clientFolderEntry', { 'Client in a folder': ['name', 'clientFolder', 'person', 'company', 'problem'] }),
);
