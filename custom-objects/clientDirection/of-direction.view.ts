import { defineView } from 'twenty-sdk/define';
import { listOf } from '../views';

export default defineView(
  listOf('clientDirection', 'direction', [['name', 240], 'person', 'company', 'proposal']),
);
