import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';
import { DECISION_OUTCOME, INSTANCE } from '../vocabulary';

const { text, select, money, date, boolean, problem } = fieldsOf('recovery');

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
      date('decidedAt', 'Decided', { description: 'That of the decision' }),
      select('instance', 'Instance', INSTANCE, null, { description: 'That of the decision' }),
      select('outcome', 'Outcome', DECISION_OUTCOME, null, { description: 'That of the decision' }),
      boolean('countsAsClaimed', 'Claim counts', true, { description: 'Of one claim heard at several instances, the claim at the first counts' }),
      boolean('countsAsAwarded', 'Award counts', true, { description: 'Of one claim heard at several instances, the award at the last counts' }),
      boolean('isFirstOfKind', 'First of its kind', true, { description: 'The line by which its kind counts its decision' }),
      problem(),
    ],
  }),
);
