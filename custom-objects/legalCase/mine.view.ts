import { defineView } from 'twenty-sdk/define';
import { isMine, isNot, oldestFirst, table } from '../views';

export default defineView(
  table('legalCase', 'mine', 'My cases', {
    icon: 'IconUserStar',
    position: 2,
    columns: [
      ['title', 260], 'number', 'client', 'stage', ['nextStep', 220], ['nextStepAt', 170], ['court', 200], ['lastMovementAt', 170], ['problem', 220],
    ],
    filters: [isMine('lead'), isNot('stage', 'ARCHIVED')],
    sort: oldestFirst('nextStepAt'),
  }),
);
