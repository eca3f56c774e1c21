import { defineView } from 'twenty-sdk/define';
import { is, oldestFirst, table } from '../views';

export default defineView(
  table('attorneyRequest', 'sent', 'Awaiting a reply', {
    icon: 'IconHourglass',
    position: 2,
    columns: [['subject', 280], ['addressee', 200], ['legalCase', 220], 'sentAt', 'dueAt'],
    filters: [is('status', 'SENT')],
    sort: oldestFirst('dueAt'),
  }),
);
