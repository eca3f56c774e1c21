import { defineView } from 'twenty-sdk/define';
import { listOf } from '../views';

export default defineView(
  listOf('clientFolderEntry', 'company', [['name', 220], ['clientFolder', 260], ['problem', 260]]),
);
