import { defineView } from 'twenty-sdk/define';
import { is, oldestFirst, table } from '../views';

export default defineView(
  table('correspondence', 'trouble', 'Lost and undelivered', {
    icon: 'IconAlertTriangle',
    position: 3,
    columns: [['subject', 260], 'number', 'status', 'holder', 'holderDepartment', 'counterparty', 'trackingNumber', 'legalCase'],
    filters: [is('status', 'LOST', 'UNDELIVERED')],
    sort: oldestFirst('heldSince'),
  }),
);
