import { defineView } from 'twenty-sdk/define';
import { listOf, oldestFirst } from '../views';

export default defineView(
  listOf('reminder', 'correspondence', [['title', 300], 'recipient', ['nextAt', 170], 'sentCount'], oldestFirst('nextAt')),
);
