import { defineView } from 'twenty-sdk/define';
import { table } from '../views';

export default defineView(
  table('importPart', 'all', 'Parts of imports', { icon: 'IconFileSearch', columns: [['name', 240], 'importRun', ['firstLine', 110], ['lastLine', 110]] }),
);
