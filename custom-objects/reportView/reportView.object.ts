import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';

const { text, boolean, json } = fieldsOf('reportView');

export default defineObject(
  object({
    name: 'reportView',
    plural: 'reportViews',
    label: 'Report view',
    labelPlural: 'Report views',
    icon: 'IconFilterHeart',
    description: 'The filters of a report, kept by somebody',
    labelField: 'name',
    isSearchable: false,
    fields: [
      text('name', 'Name'),
      text('report', 'Report'),
      json('filters', 'Filters'),
      boolean('isLast', 'Last used', false, { description: 'What its owner looked at last, not a view that they named' }),
    ],
  }),
);
