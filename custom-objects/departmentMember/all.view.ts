import { defineView } from 'twenty-sdk/define';
import { oldestFirst, table } from '../views';

export default defineView(
  table('departmentMember', 'all', 'Department members', {
    icon: 'IconUsersGroup',
    columns: [['name', 220], 'member', 'department', 'membership', 'absentFrom', 'absentUntil', 'substitute'],
    sort: oldestFirst('name'),
  }),
);
