import { defineRole } from 'twenty-sdk/define';
import { peopleRole } from './permissions';

export default defineRole(
  peopleRole({
    key: 'departmentHead',
    label: 'Department head',
    description: 'Runs a department: its people, their absences and substitutes, their letters and cases',
    icon: 'IconUserStar',
    rights: {
      department: 'write',
      departmentMember: 'delete',
      court: 'write',
      region: 'read',
      legalDirection: 'read',
      legalCase: 'write',
      correspondence: 'write',
      correspondenceHistory: 'write',
      reminder: 'read',
      correspondenceIncident: 'read',
    },
  }),
);
