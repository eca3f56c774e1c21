import { defineView } from 'twenty-sdk/define';
import { listOf } from '../views';

export default defineView(
  listOf('clientDirection', 'company', [['name', 220], 'direction', 'proposal', 'createdBy']),
);
