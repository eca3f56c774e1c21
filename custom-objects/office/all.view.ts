import { defineView } from 'twenty-sdk/define';
import { table } from '../views';

export default defineView(
  table('office', 'all', 'The office', {
    icon: 'IconBuilding',
    position: 0,
    columns: [['name', 240], ['timeZone', 180], ['workingDays', 280], ['opensAt', 110], ['closesAt', 110], ['calendarProblem', 300], ['workersSeenAt', 170]],
  }),
);
