import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('office', {
    Office: ['name', 'timeZone', 'workersSeenAt', 'channels', 'feedAddress'],
    'Working hours': ['workingDays', 'opensAt', 'closesAt', 'calendarProblem'],
  }),
);
