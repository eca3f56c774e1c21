import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';
import { REQUEST_STATUS } from '../vocabulary';

const { text, select, date, problem } = fieldsOf('attorneyRequest');

export default defineObject(
  object({
    name: 'attorneyRequest',
    plural: 'attorneyRequests',
    label: 'Attorney request',
    labelPlural: 'Attorney requests',
    icon: 'IconMailQuestion',
    description: 'An advocate’s request for documents or information, with its answer',
    labelField: 'subject',
    fields: [
      text('subject', 'Subject'),
      select('status', 'Status', REQUEST_STATUS, 'DRAFT'),
      date('sentAt', 'Sent'),
      date('dueAt', 'Reply due', { description: 'By law the addressee has thirty days' }),
      date('answeredAt', 'Answered'),
      text('reply', 'Reply', { icon: 'IconMessageReply' }),
      problem(),
    ],
  }),
);
