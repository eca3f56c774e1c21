import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('court', {
    Court: ['name', 'level', 'region'],
    Contacts: ['postalAddress', 'phone', 'website'],
  }),
);
