import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('clientRegion', { 'Region of a client': ['name', 'region', 'person', 'company', 'proposal'] }),
);
