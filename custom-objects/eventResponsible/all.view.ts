import { defineView } from 'twenty-sdk/define';
import { oldestFirst, table } from '../views';

export default defineView(
  table('eventResponsible', 'all', 'Responsible people', {
    icon: 'IconUsers',
    columns: [['name', 240], ['member', 180], 'responsibility', ['caseEvent', 240], ['legalCase', 220], 'completion', ['dueAt', 170]],
    sort: oldestFirst('dueAt'),
  }),
);
