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
    description: 'What courts decided in a month, by direction, region, recovery kind and currency',
    labelField: 'name',
    isSearchable: false,
    fields: [
      text('name', 'Name'),
      date('month', 'Month', { description: 'Its first day' }),
      text('currencyCode', 'Currency', { icon: 'IconCoins' }),
      integer('decisions', 'Decisions', { description: 'With a line in this row: a decision with lines of several kinds is in several rows' }),
      integer('distinctDecisions', 'Decisions, each once', { description: 'Each decision in one row only, so that rows add up' }),
      money('claimed', 'Claimed'),
      money('awarded', 'Awarded'),
      money('collected', 'Collected'),
    ],
  }),
);
