import { defineView } from 'twenty-sdk/define';
import { board } from '../views';
import { LETTER_STATUS } from '../vocabulary';

export default defineView(
  board('correspondence', 'byStatus', 'Letters by status', {
    icon: 'IconLayoutKanban',
    position: 4,
    columns: [['subject', 200], 'number', 'holder', 'pendingDepartment', 'dueAt'],
    by: 'status',
    groups: LETTER_STATUS,
  }),
);
