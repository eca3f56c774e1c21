import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('clientAssignment', {
    Assignment: ['title', 'client', 'legalCase', 'responsible', 'status', 'problem'],
    Dates: ['givenAt', 'dueAt', 'completedAt', 'actualDays', 'isOverdue', 'daysLate'],
    Reports: ['direction', 'region'],
  }),
);
