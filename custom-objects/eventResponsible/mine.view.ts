import { defineView } from 'twenty-sdk/define';
import { is, isMine, oldestFirst, table } from '../views';

export default defineView(
  table('eventResponsible', 'mine', 'My events', {
    icon: 'IconUserCheck',
    position: 1,
    columns: [['name', 240], ['caseEvent', 260], ['legalCase', 220], 'completion', ['dueAt', 170], ['startedAt', 170], 'responsibility'],
    filters: [isMine('member'), is('completion', 'PLANNED', 'IN_PROGRESS', 'WAITING')],
    sort: oldestFirst('dueAt'),
  }),
);
