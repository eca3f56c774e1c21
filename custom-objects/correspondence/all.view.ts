import { defineView } from 'twenty-sdk/define';
import { newestFirst, table } from '../views';

export default defineView(
  table('correspondence', 'all', 'Letters', {
    icon: 'IconMail',
    columns: [
      ['subject', 260], 'number', 'flow', 'status', 'holder', 'pendingMember', 'pendingDepartment', 'handedOverAt', 'dueAt', 'counterparty', 'legalCase', 'registeredAt',
    ],
    sort: newestFirst('registeredAt'),
  }),
);
