import { defineView } from 'twenty-sdk/define';
import { is, oldestFirst, table } from '../views';

export default defineView(
  table('correspondence', 'awaiting', 'Awaiting acceptance', {
    icon: 'IconHourglass',
    position: 1,
    columns: [['subject', 260], 'number', 'pendingMember', 'pendingDepartment', 'handedOverAt', 'handedOverBy', 'holder', 'dueAt'],
    filters: [is('status', 'HANDED_OVER')],
    sort: oldestFirst('handedOverAt'),
  }),
);
