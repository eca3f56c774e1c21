import { defineView } from 'twenty-sdk/define';
import { newestFirst, table } from '../views';

export default defineView(
  table('courtHearing', 'all', 'Hearings', {
    icon: 'IconCalendarTime',
    columns: [['name', 260], ['scheduledAt', 170], ['legalCase', 220], ['court', 220], 'room', 'judge', 'outcome', ['problem', 220]],
    sort: newestFirst('scheduledAt'),
  }),
);
