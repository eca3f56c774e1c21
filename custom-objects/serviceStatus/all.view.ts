import { defineView } from 'twenty-sdk/define';
import { table } from '../views';

export default defineView(
  table('serviceStatus', 'all', 'All service statuses', {
    icon: 'IconHeartRateMonitor',
    columns: [['name', 200], 'state', ['since', 170], ['checkedAt', 170], ['lastError', 400]],
  }),
);
