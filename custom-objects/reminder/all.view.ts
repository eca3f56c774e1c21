import { defineView } from 'twenty-sdk/define';
import { oldestFirst, table } from '../views';

export default defineView(
  table('reminder', 'all', 'All reminders', {
    icon: 'IconBellRinging',
    position: 1,
    columns: [
      ['title', 360], 'recipient', 'kind', 'correspondence', 'caseEvent', ['dueAt', 170], ['startedAt', 170], ['lastAt', 170], ['nextAt', 170], 'sentCount', 'isEscalation',
    ],
    sort: oldestFirst('nextAt'),
  }),
);
