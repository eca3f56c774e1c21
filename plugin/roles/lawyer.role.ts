import { defineRole } from 'twenty-sdk/define';
import { peopleRole } from './permissions';

export default defineRole(
  peopleRole('lawyer', {
    label: 'Lawyer',
    description: 'Runs cases, works on letters and writes new ones',
    icon: 'IconScale',
  }),
);
