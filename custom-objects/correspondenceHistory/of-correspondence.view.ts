import { defineView } from 'twenty-sdk/define';
import { listOf, newestFirst } from '../views';

export default defineView(
  listOf(
    'correspondenceHistory',
    'correspondence',
    [['name', 280], 'outcome', ['occurredAt', 170], 'actor', ['reason', 240], ['refusal', 240]],
    newestFirst('occurredAt'),
  ),
);
