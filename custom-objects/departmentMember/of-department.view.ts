import { defineView } from 'twenty-sdk/define';
import { listOf, oldestFirst } from '../views';

export default defineView(
  listOf(
    'departmentMember',
    'department',
    [['name', 200], 'member', 'membership', ['absentFrom', 170], ['absentUntil', 170], 'substitute'],
    oldestFirst('name'),
  ),
);
