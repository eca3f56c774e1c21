import { defineView } from 'twenty-sdk/define';
import { isMine, oldestFirst, table } from '../views';

export default defineView(
  table('correspondence', 'mine', 'Letters I hold', {
    icon: 'IconUserCheck',
    position: 2,
    columns: [['subject', 260], 'number', 'status', 'heldSince', 'dueAt', 'counterparty', 'legalCase'],
    filters: [isMine('holder')],
    sort: oldestFirst('heldSince'),
  }),
);
