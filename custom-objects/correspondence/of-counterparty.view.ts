import { defineView } from 'twenty-sdk/define';
import { listOf, newestFirst } from '../views';

export default defineView(
  listOf(
    'correspondence',
    'counterparty',
    [['subject', 260], 'number', 'flow', 'status', 'holder', ['registeredAt', 170], ['legalCase', 200]],
    newestFirst('registeredAt'),
  ),
);
