import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('eventResponsible', {
    Responsible: ['name', 'member', 'responsibility', 'caseEvent', 'problem'],
    'From the event': ['legalCase', 'completion', 'startedAt', 'dueAt'],
  }),
);
