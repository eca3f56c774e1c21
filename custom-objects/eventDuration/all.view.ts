import { defineView } from 'twenty-sdk/define';
import { oldestFirst, table } from '../views';

export default defineView(
  table('eventDuration', 'all', 'Event durations', {
    icon: 'IconHourglass',
    columns: [
      ['name', 260], 'eventGroup', ['direction', 180], ['court', 200], 'completedCount', 'averageDays', 'medianDays', 'p90Days', 'longestDays',
    ],
    sort: oldestFirst('name'),
  }),
);
