import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';

const { text } = fieldsOf('office');

export default defineObject(
  object({
    name: 'office',
    plural: 'offices',
    label: 'Office',
    labelPlural: 'Offices',
    icon: 'IconBuilding',
    description: 'The office as the workers are set up for it',
    labelField: 'name',
    isSearchable: false,
    fields: [
      text('name', 'Name'),
      text('timeZone', 'Time zone', { description: 'In it days begin and end, also in reports. The workers write it from their setting OFFICE_TIME_ZONE' }),
    ],
  }),
);
