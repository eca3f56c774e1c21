import { defineView } from 'twenty-sdk/define';
import { listOf } from '../views';

export default defineView(
  listOf('clientDirection', 'person', ['direction', ['name', 220], 'proposal', 'createdBy']),
);
