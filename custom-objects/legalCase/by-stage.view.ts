import { defineView } from 'twenty-sdk/define';
import { board, oldestFirst } from '../views';
import { CASE_STAGE } from '../vocabulary';

export default defineView(
  board('legalCase', 'byStage', 'Cases by stage', {
    icon: 'IconLayoutKanban',
    position: 1,
    columns: [['title', 200], 'client', 'lead', 'nextStep', 'nextStepAt', 'problem'],
    sort: oldestFirst('nextStepAt'),
    by: 'stage',
    groups: CASE_STAGE,
  }),
);
