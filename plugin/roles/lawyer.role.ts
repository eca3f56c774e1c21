import { defineRole } from 'twenty-sdk/define';
import { peopleRole } from './permissions';

export default defineRole(
  peopleRole({
    key: 'lawyer',
    label: 'Lawyer',
    description: 'Runs cases, works on letters and writes new ones',
    icon: 'IconScale',
    rights: {
      department: 'read',
      departmentMember: 'read',
      court: 'read',
      region: 'read',
      legalDirection: 'read',
      legalCase: 'write',
      correspondence: 'write',
      correspondenceHistory: 'write',
      reminder: 'read',
    },
  }),
);
