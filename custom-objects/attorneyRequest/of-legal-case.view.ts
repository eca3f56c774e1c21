import { defineView } from 'twenty-sdk/define';
import { listOf, newestFirst } from '../views';

export default defineView(
  listOf(
    'attorneyRequest',
    'legalCase',
    [['subject', 260], ['addressee', 180], 'status', 'sentAt', 'dueAt', 'answeredAt', ['reply', 260]],
    newestFirst('sentAt'),
  ),
);
