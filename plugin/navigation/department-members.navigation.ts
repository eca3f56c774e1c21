import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.departmentMember', 'departmentMember', 'all', { in: 'office', position: 1, name: 'Department members', icon: 'IconUsersGroup' }),
);
