import { defineRole } from 'twenty-sdk/define';
import { peopleRole } from './permissions';

export default defineRole(
  peopleRole('registryClerk', {
    label: 'Registry clerk',
    description: 'Receives, registers and hands out the mail',
    icon: 'IconMailbox',
  }),
);
