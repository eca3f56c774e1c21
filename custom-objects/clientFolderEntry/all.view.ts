import { defineView } from 'twenty-sdk/define';
import { table } from '../views';

export default defineView(
  table('clientFolderEntry', 'all', 'Clients in folders', {
    icon: 'IconFileSymlink',
    columns: [['name', 240], ['clientFolder', 240], 'person', 'company', ['problem', 260]],
  }),
);
