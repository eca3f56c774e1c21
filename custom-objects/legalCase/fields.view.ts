import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('legalCase', {
    Case: ['title', 'number', 'client', 'opponent', 'opponentPerson', 'direction', 'region'],
    'Where it stands': ['stage', 'instance', 'court', 'nextStep', 'nextStepAt', 'lastMovementAt', 'problem'],
    'Who works on it': ['lead', 'department'],
    'Conflicts of interest': ['conflicts', 'conflictNote'],
    Dates: ['openedAt', 'closedAt'],
  }),
);
