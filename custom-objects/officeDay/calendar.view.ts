import { defineView } from 'twenty-sdk/define';
import { calendar } from '../views';

export default defineView(
  calendar('officeDay', 'calendar', 'Special days by month', { icon: 'IconCalendarMonth', position: 1, by: 'day', columns: ['name', 'isWorking'] }),
);
