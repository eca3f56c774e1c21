import { defineView } from 'twenty-sdk/define';
import { listOf } from '../views';

export default defineView(
  listOf('clientRegion', 'company', ['region', ['name', 220], 'proposal', 'createdBy']),
);
