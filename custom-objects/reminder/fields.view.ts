import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('reminder', {
    Reminder: ['title', 'recipient', 'kind', 'correspondence', 'caseEvent', 'clientAssignment', 'history'],
    Times: ['dueAt', 'startedAt', 'lastAt', 'nextAt', 'sentCount', 'isEscalation'],
  }),
);
