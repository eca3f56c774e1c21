import { defineView } from 'twenty-sdk/define';
import { isTrue, oldestFirst, table } from '../views';

export default defineView(
  table('caseControl', 'forgotten', 'Forgotten cases', {
    icon: 'IconAlertTriangle',
    position: 1,
    columns: [['legalCase', 280], 'daysWithoutMovement', ['lastMovementAt', 170], 'stage', 'lead', 'department', ['missingDocuments', 240]],
    filters: [isTrue('isForgotten')],
    sort: oldestFirst('lastMovementAt'),
  }),
);
