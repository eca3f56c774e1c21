import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';
import { SERVICE_STATE } from '../vocabulary';

const { text, select, dateTime, json } = fieldsOf('serviceStatus');

export default defineObject(
  object({
    name: 'serviceStatus',
    plural: 'serviceStatuses',
    label: 'Service status',
    labelPlural: 'Service statuses',
    icon: 'IconHeartRateMonitor',
    description: 'How a part of the service does, as the workers last saw it',
    labelField: 'name',
    isSearchable: false,
    fields: [
      text('name', 'Name'),
      text('part', 'Part'),
      select('state', 'State', SERVICE_STATE),
      dateTime('since', 'Since'),
      dateTime('checkedAt', 'Checked'),
      text('lastError', 'Last error', { icon: 'IconAlertTriangle' }),
      json('figures', 'Figures'),
    ],
  }),
);
