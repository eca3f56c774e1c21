import { defineView } from 'twenty-sdk/define';
import { newestFirst, table } from '../views';

export default defineView(
  table('caseEvent', 'all', 'Events', {
    icon: 'IconCalendarEvent',
    columns: [
      ['title', 280], ['legalCase', 220], ['kind', 180], 'completion', ['startedAt', 170], ['dueAt', 170], ['completedAt', 170], 'actualDays', 'client', 'department',
    ],
    sort: newestFirst('startedAt'),
  }),
);
