import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('eventDuration', {
    For: ['name', 'eventGroup', 'direction', 'court'],
    Days: ['completedCount', 'averageDays', 'medianDays', 'p90Days', 'longestDays'],
  }),
);
