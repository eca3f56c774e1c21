import { defineRole } from 'twenty-sdk/define';
import { peopleRole } from './permissions';

export default defineRole(
  peopleRole('managingPartner', {
    label: 'Managing partner',
    description: 'Answers for the firm: every case, its money and its reports, and who works where',
    icon: 'IconCrown',
  }),
);
