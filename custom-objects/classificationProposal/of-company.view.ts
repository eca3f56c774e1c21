import { defineView } from 'twenty-sdk/define';
import { listOf, newestFirst } from '../views';

export default defineView(
  listOf('classificationProposal', 'company', [['name', 200], 'status', ['score', 100], ['regionNames', 220], ['directionNames', 220]], newestFirst('score')),
);
