import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';

const { text, money, date, json } = fieldsOf('caseFinance');

export default defineObject(
  object({
    name: 'caseFinance',
    plural: 'caseFinances',
    label: 'Case finance',
    labelPlural: 'Case finances',
    icon: 'IconReportMoney',
    description: 'What was claimed, awarded and collected in a case; apart from the case, for those who may see sums',
    labelField: 'name',
    fields: [
      text('name', 'Name'),
      money('claimed', 'Claimed'),
      money('awarded', 'Awarded'),
      money('collected', 'Collected'),
      date('lastPaymentAt', 'Last payment'),
      json('contribution', 'Adds to registers', { description: 'What the case adds to the register of decisions' }),
    ],
  }),
);
