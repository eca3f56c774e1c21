import { defineRole } from 'twenty-sdk/define';
import { peopleRole } from './permissions';

export default defineRole(
  peopleRole('departmentHead', {
    label: 'Department head',
    description: 'Runs a department: its people, their absences and substitutes, their letters and cases',
    icon: 'IconUserStar',
  }),
);
