import { defineRole } from 'twenty-sdk/define';
import { peopleRole } from './permissions';

export default defineRole(
  peopleRole({
    key: 'registryClerk',
    label: 'Registry clerk',
    description: 'Receives, registers and hands out the mail',
    icon: 'IconMailbox',
    rights: {
      department: 'read',
      departmentMember: 'read',
      court: 'write',
      region: 'read',
      legalDirection: 'read',
      legalCase: 'read',
      correspondence: 'write',
      correspondenceHistory: 'write',
      reminder: 'read',
    },
  }),
);
