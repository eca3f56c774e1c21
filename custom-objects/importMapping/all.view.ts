import { defineView } from 'twenty-sdk/define';
import { table } from '../views';

export default defineView(
  table('importMapping', 'all', 'Import mappings', { icon: 'IconTableOptions', columns: [['name', 260], 'kind', 'createdBy'] }),
);
