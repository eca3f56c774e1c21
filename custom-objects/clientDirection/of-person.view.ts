import { defineView } from 'twenty-sdk/define';
import { listOf } from '../views';

export default defineView(
  listOf('clientDirection', 'person', [['name', 220], 'direction', 'proposal', 'createdBy']),
);
