import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('legalCase', {
    Case: ['title', 'number', 'client', 'opponent', 'stage', 'direction', 'region', 'court'],
    Work: ['lead', 'department', 'nextStep', 'nextStepAt', 'lastMovementAt'],
    Dates: ['openedAt', 'closedAt'],
    Letters: ['correspondences'],
  }),
);
