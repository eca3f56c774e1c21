import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('classificationProposal', {
    Proposal: ['name', 'person', 'company', 'status', 'score', 'regionNames', 'directionNames', 'problem'],
    Origin: ['run'],
  }),
);
