import { defineView } from 'twenty-sdk/define';
import { board } from '../views';
import { CASE_STAGE } from '../vocabulary';

export default defineView(
  board('legalCase', 'byStage', 'Cases by stage', {
    icon: 'IconLayoutKanban',
    position: 1,
    columns: [['title', 200], 'number', 'client', 'lead', 'nextStepAt'],
    by: 'stage',
    groups: CASE_STAGE,
  }),
);
