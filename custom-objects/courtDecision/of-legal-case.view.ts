import { defineView } from 'twenty-sdk/define';
import { listOf, oldestFirst } from '../views';

export default defineView(
  listOf(
    'courtDecision',
    'legalCase',
    [['name', 240], 'outcome', 'instance', 'decidedAt', 'appealDueAt', 'effectiveAt', ['court', 220], ['problem', 220]],
    oldestFirst('decidedAt'),
  ),
);
