import { defineView } from 'twenty-sdk/define';
import { isMine, oldestFirst, table } from '../views';

export default defineView(
  table('reminder', 'mine', 'My reminders', {
    icon: 'IconBell',
    columns: [['title', 360], 'kind', 'correspondence', 'caseEvent', ['dueAt', 170], ['startedAt', 170], ['nextAt', 170], 'sentCount', 'isEscalation'],
    filters: [isMine('recipient')],
    sort: oldestFirst('nextAt'),
  }),
);
