import { defineView } from 'twenty-sdk/define';
import { listOf, oldestFirst } from '../views';

export default defineView(
  listOf('court', 'region', [['name', 300], 'level', ['postalAddress', 240], 'phone'], oldestFirst('name')),
);
