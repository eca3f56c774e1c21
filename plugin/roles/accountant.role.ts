import { defineRole } from 'twenty-sdk/define';
import { peopleRole } from './permissions';

export default defineRole(
  peopleRole('accountant', {
    label: 'Accountant',
    description: 'Keeps the amounts of recoveries and reads the reports on money; no medical data',
    icon: 'IconCoins',
  }),
);
