import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';
import { COURT_LEVEL } from '../vocabulary';

const { text, select, links, phones } = fieldsOf('court');

export default defineObject(
  object({
    name: 'court',
    plural: 'courts',
    label: 'Court',
    labelPlural: 'Courts',
    icon: 'IconBuildingBank',
    description: 'A court that hears the firm’s cases',
    labelField: 'name',
    fields: [
      text('name', 'Name'),
      select('level', 'Level', COURT_LEVEL),
      text('postalAddress', 'Postal address', { icon: 'IconMapPin' }),
      links('website', 'Website'),
      phones('phone', 'Phone'),
    ],
  }),
);
