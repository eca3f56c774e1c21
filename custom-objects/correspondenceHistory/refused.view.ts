import { defineView } from 'twenty-sdk/define';
import { is, newestFirst, table } from '../views';

export default defineView(
  table('correspondenceHistory', 'refused', 'Refused steps', {
    icon: 'IconBan',
    position: 1,
    columns: [['name', 280], 'correspondence', 'action', 'actor', 'occurredAt', ['refusal', 320]],
    filters: [is('outcome', 'REFUSED')],
    sort: newestFirst('occurredAt'),
  }),
);
