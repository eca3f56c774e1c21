import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';

const { text, date, integer, money } = fieldsOf('courtDecisionTotal');

export default defineObject(
  object({
    name: 'courtDecisionTotal',
    plural: 'courtDecisionTotals',
    label: 'Decision total',
    labelPlural: 'Decision totals',
    icon: 'IconChartBar',
    description: 'What courts decided in a month, by direction, region and recovery kind',
    labelField: 'name',
    isSearchable: false,
    fields: [
      text('name', 'Name'),
      date('month', 'Month', { description: 'Its first day' }),
      integer('decisions', 'Decisions'),
      money('claimed', 'Claimed'),
      money('awarded', 'Awarded'),
      money('collected', 'Collected'),
    ],
  }),
);
