import { defineView } from 'twenty-sdk/define';
import { listOf, oldestFirst } from '../views';

export default defineView(
  listOf('reminder', 'caseEvent', [['title', 300], 'recipient', 'kind', ['nextAt', 170], 'sentCount', 'isEscalation'], oldestFirst('nextAt')),
);
