import { defineView } from 'twenty-sdk/define';
import { isThis, newestFirst, table } from '../views';

export default defineView(
  table('courtDecision', 'thisQuarter', 'Decisions this quarter', {
    icon: 'IconCalendarStats',
    position: 2,
    columns: [['name', 260], 'decidedAt', ['legalCase', 220], 'outcome', 'instance', ['court', 220], 'appealDueAt'],
    filters: [isThis('QUARTER', 'decidedAt')],
    sort: newestFirst('decidedAt'),
  }),
);
