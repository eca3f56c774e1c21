import { defineView } from 'twenty-sdk/define';
import { listOf, oldestFirst } from '../views';

export default defineView(
  listOf('clientFolder', 'parent', [['name', 260], 'direction', 'region', ['problem', 260]], oldestFirst('name')),
);
