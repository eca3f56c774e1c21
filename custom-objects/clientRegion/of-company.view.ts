import { defineView } from 'twenty-sdk/define';
import { listOf } from '../views';

export default defineView(
  listOf('clientRegion', 'company', [['name', 220], 'region', 'proposal', 'createdBy']),
);
