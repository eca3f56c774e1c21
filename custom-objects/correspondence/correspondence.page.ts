import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '../views';

export default definePageLayout(
  recordPage('correspondence', 'Letter', [
    { title: 'Path', icon: 'IconRoute', component: 'path' },
    { title: 'History', icon: 'IconHistory', lists: ['history', 'reminders', 'incidents'] },
  ]),
);
