import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';
import { FEDERAL_DISTRICT } from '../vocabulary';

const { text, uniqueText, select } = fieldsOf('region');

export default defineObject(
  object({
    name: 'region',
    plural: 'regions',
    label: 'Region',
    labelPlural: 'Regions',
    icon: 'IconMap',
    description: 'A region of the country',
    labelField: 'name',
    fields: [
      text('name', 'Name'),
      uniqueText('code', 'Code', { icon: 'IconHash', description: 'ISO 3166-2, such as RU-MOS' }),
      select('federalDistrict', 'Federal district', FEDERAL_DISTRICT),
    ],
  }),
);
