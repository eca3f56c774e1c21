import { defineView } from 'twenty-sdk/define';
import { is, oldestFirst, table } from '../views';

export default defineView(
  table('caseEvent', 'awaitingClient', 'Awaiting from client', {
    icon: 'IconHourglass',
    position: 2,
    columns: [['title', 260], ['legalCase', 220], 'client', ['waitingSince', 170], ['missingDocuments', 360], ['dueAt', 170]],
    filters: [is('completion', 'WAITING')],
    sort: oldestFirst('waitingSince'),
  }),
);
