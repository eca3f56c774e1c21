import { defineView } from 'twenty-sdk/define';
import { oldestFirst, table } from '../views';

export default defineView(
  table('caseControl', 'all', 'Case controls', {
    icon: 'IconClipboardList',
    columns: [
      ['name', 260], ['legalCase', 220], 'stage', 'isForgotten', 'daysWithoutMovement', ['lastMovementAt', 170], 'instance', 'openEvents', 'lead', 'requiredCount', 'receivedCount', 'requestsOpen', 'requestsOverdue', ['missingDocuments', 240],
    ],
    sort: oldestFirst('lastMovementAt'),
  }),
);
