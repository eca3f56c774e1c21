import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '../views';

export default definePageLayout(
  recordPage('caseEvent', 'Event', [
    { title: 'Responsible', icon: 'IconUsers', lists: ['responsibles', 'reminders'] },
    { title: 'Documents', icon: 'IconFileText', lists: ['caseDocuments'] },
  ]),
);
