import { defineView } from 'twenty-sdk/define';
import { listOf, oldestFirst } from '../views';

export default defineView(
  listOf(
    'courtFiling',
    'legalCase',
    [['name', 240], 'instance', ['court', 220], 'filedAt', 'acceptedAt', 'courtCaseNumber', ['problem', 220]],
    oldestFirst('filedAt'),
  ),
);
