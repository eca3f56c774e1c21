import { defineView } from 'twenty-sdk/define';
import { newestFirst, table } from '../views';

export default defineView(
  table('correspondenceIncident', 'all', 'Incidents', {
    icon: 'IconAlertTriangle',
    columns: [['name', 300], 'member', 'detectedAt', 'correspondence', 'history', ['description', 360]],
    sort: newestFirst('detectedAt'),
  }),
);
