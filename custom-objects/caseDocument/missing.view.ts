import { defineView } from 'twenty-sdk/define';
import { is, oldestFirst, table } from '../views';

export default defineView(
  table('caseDocument', 'missing', 'Missing documents', {
    icon: 'IconFileAlert',
    position: 1,
    columns: [['name', 300], ['legalCase', 240], 'status', 'requestedAt', ['requirement', 240]],
    filters: [is('status', 'REQUIRED', 'REQUESTED', 'REJECTED')],
    sort: oldestFirst('requestedAt'),
  }),
);
