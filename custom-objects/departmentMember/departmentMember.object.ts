import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';
import { MEMBERSHIP } from '../vocabulary';

const { text, select, dateTime } = fieldsOf('departmentMember');

export default defineObject(
  object({
    name: 'departmentMember',
    plural: 'departmentMembers',
    label: 'Department member',
    labelPlural: 'Department members',
    icon: 'IconUsersGroup',
    description: 'Who works in which department, and who stands in while they are absent',
    labelField: 'name',
    fields: [
      text('name', 'Name'),
      select('membership', 'Membership', MEMBERSHIP, 'MEMBER'),
      dateTime('absentFrom', 'Absent from', { description: 'From this moment letters and reminders go to the substitute' }),
      dateTime('absentUntil', 'Absent until', { description: 'Empty: until further notice' }),
    ],
  }),
);
