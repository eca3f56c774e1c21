import { defineView } from 'twenty-sdk/define';
import { listOf, oldestFirst } from '../views';

export default defineView(
  listOf(
    'courtHearing',
    'legalCase',
    [['name', 240], ['scheduledAt', 170], ['court', 220], 'room', 'judge', 'outcome', ['problem', 220]],
    oldestFirst('scheduledAt'),
  ),
);
