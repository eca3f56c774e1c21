import { defineView } from 'twenty-sdk/define';
import { listOf } from '../views';

export default defineView(
  listOf('clientDirection', 'company', ['direction', ['name', 220], 'proposal', 'createdBy']),
);
