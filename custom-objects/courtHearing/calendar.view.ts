import { defineView } from 'twenty-sdk/define';
import { calendar, isNot } from '../views';

export default defineView(
  calendar('courtHearing', 'calendar', 'Hearing calendar', {
    icon: 'IconCalendarMonth',
    position: 2,
    columns: [['name', 200], 'legalCase', 'court', 'room'],
    filters: [isNot('outcome', 'CANCELLED')],
    by: 'scheduledAt',
  }),
);
