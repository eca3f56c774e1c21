import { defineView } from 'twenty-sdk/define';
import { listOf, oldestFirst } from '../views';

export default defineView(
  listOf(
    'correspondence',
    'pendingDepartment',
    [['subject', 260], 'number', ['handedOverAt', 170], 'handedOverBy', ['dueAt', 170]],
    oldestFirst('handedOverAt'),
  ),
);
