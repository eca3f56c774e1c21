import { defineView } from 'twenty-sdk/define';
import { newestFirst, table } from '../views';

export default defineView(
  table('officeDay', 'all', 'Holidays and special days', {
    icon: 'IconCalendarOff',
    columns: [['name', 260], ['day', 150], 'isWorking', ['opensAt', 110], ['closesAt', 110]],
    sort: newestFirst('day'),
  }),
);
