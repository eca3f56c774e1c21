import { defineView } from 'twenty-sdk/define';
import { listOf } from '../views';

export default defineView(
  listOf('clientRegion', 'region', [['name', 240], 'person', 'company', 'proposal']),
);
