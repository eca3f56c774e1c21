import { defineView } from 'twenty-sdk/define';
import { listOf, oldestFirst } from '../views';

export default defineView(
  listOf(
    'recovery',
    'legalCase',
    [['name', 240], ['kind', 180], ['courtDecision', 220], 'claimed', 'awarded', 'collected', 'collectedAt', 'payer', ['problem', 220]],
    oldestFirst('name'),
  ),
);
