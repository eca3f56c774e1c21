import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';

const { text } = fieldsOf('clientRegion');

export default defineObject(
  object({
    name: 'clientRegion',
    plural: 'clientRegions',
    label: 'Region of a client',
    labelPlural: 'Regions of clients',
    icon: 'IconMap',
    description: 'A region that a client has to do with',
    labelField: 'name',
    isSearchable: false,
    fields: [
      text('name', 'Name'),
    ],
  }),
);
