import { defineView } from 'twenty-sdk/define';
import { listOf, oldestFirst } from '../views';

export default defineView(
  listOf('correspondence', 'holderDepartment', [['subject', 260], 'number', 'status', 'holder', ['dueAt', 170]], oldestFirst('dueAt')),
);
