import { defineView } from 'twenty-sdk/define';
import { newestFirst, table } from '../views';

export default defineView(
  table('courtFiling', 'all', 'Court filings', {
    icon: 'IconGavel',
    columns: [['name', 260], ['legalCase', 220], 'instance', ['court', 220], 'filedAt', 'acceptedAt', 'courtCaseNumber', ['problem', 220]],
    sort: newestFirst('filedAt'),
  }),
);
