import { defineView } from 'twenty-sdk/define';
import { listOf, oldestFirst } from '../views';

export default defineView(
  listOf('courtFiling', 'previousFiling', [['name', 240], 'instance', ['court', 220], 'filedAt', 'courtCaseNumber'], oldestFirst('filedAt')),
);
