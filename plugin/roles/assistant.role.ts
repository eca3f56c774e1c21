import { defineRole } from 'twenty-sdk/define';
import { peopleRole } from './permissions';

export default defineRole(
  peopleRole('assistant', {
    label: 'Assistant',
    description: 'Gathers documents, sends requests and follows assignments and events; no medical data and no money',
    icon: 'IconUserEdit',
  }),
);
