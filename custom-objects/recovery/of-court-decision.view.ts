import { defineView } from 'twenty-sdk/define';
import { listOf, oldestFirst } from '../views';

export default defineView(
  listOf(
    'recovery',
    'courtDecision',
    [['name', 240], ['kind', 180], 'claimed', 'awarded', 'collected', 'collectedAt', 'payer'],
    oldestFirst('name'),
  ),
);
