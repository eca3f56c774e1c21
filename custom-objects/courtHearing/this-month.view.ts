import { defineView } from 'twenty-sdk/define';
import { isThis, oldestFirst, table } from '../views';

export default defineView(
  table('courtHearing', 'thisMonth', 'Hearings this month', {
    icon: 'IconCalendarEvent',
    position: 1,
    columns: [['name', 260], ['scheduledAt', 170], ['legalCase', 220], ['court', 220], 'room', 'judge', 'outcome'],
    filters: [isThis('MONTH', 'scheduledAt')],
    sort: oldestFirst('scheduledAt'),
  }),
);
