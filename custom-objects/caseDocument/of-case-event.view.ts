import { defineView } from 'twenty-sdk/define';
import { listOf, oldestFirst } from '../views';

export default defineView(
  listOf('caseDocument', 'caseEvent', [['name', 280], 'status', 'receivedAt', 'receivedFrom', 'isOriginal', 'storagePlace'], oldestFirst('name')),
);
