import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';

const { text, money, date, problem } = fieldsOf('recovery');

export default defineObject(
  object({
    name: 'recovery',
    plural: 'recoveries',
    label: 'Recovery',
    labelPlural: 'Recoveries',
    icon: 'IconCoins',
    description: 'One line of a decision: what was claimed, awarded and collected of one kind',
    labelField: 'name',
    isSearchable: false,
    fields: [
      text('name', 'Name'),
      money('claimed', 'Claimed'),
      money('awarded', 'Awarded'),
      money('collected', 'Collected'),
      date('collectedAt', 'Collected on', { description: 'When it was paid in full' }),
      problem(),
    ],
  }),
);
