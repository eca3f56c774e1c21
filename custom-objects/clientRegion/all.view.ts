import { defineView } from 'twenty-sdk/define';
import { table } from '../views';

export default defineView(
  table('clientRegion', 'all', 'Regions of clients', { icon: 'IconMap', columns: [['name', 260], 'region', 'person', 'company', 'proposal', 'createdBy'] }),
);
