import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('clientDirection', { 'Direction of a client': ['name', 'direction', 'person', 'company', 'proposal'] }),
);
