import { defineView } from 'twenty-sdk/define';
import { isAhead, oldestFirst, table } from '../views';

export default defineView(
  table('courtDecision', 'appealDeadlines', 'Appeal deadlines', {
    icon: 'IconAlarm',
    position: 1,
    columns: [['name', 260], 'appealDueAt', ['legalCase', 220], 'outcome', 'instance', 'decidedAt', ['court', 220]],
    filters: [isAhead('appealDueAt')],
    sort: oldestFirst('appealDueAt'),
  }),
);
