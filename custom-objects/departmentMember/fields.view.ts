import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('departmentMember', {
    Membership: ['name', 'member', 'department', 'membership'],
    Absence: ['absentFrom', 'absentUntil', 'substitute'],
  }),
);
