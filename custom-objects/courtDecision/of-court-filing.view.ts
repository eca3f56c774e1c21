import { defineView } from 'twenty-sdk/define';
import { listOf, oldestFirst } from '../views';

export default defineView(
  listOf('courtDecision', 'courtFiling', [['name', 240], 'outcome', 'decidedAt', 'appealDueAt', 'effectiveAt'], oldestFirst('decidedAt')),
);
