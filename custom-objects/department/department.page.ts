import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '../views';

export default definePageLayout(
  recordPage('department', 'Department', [
    { title: 'People', icon: 'IconUsersGroup', lists: ['members'] },
    { title: 'Letters', icon: 'IconMail', lists: ['pendingCorrespondences', 'heldCorrespondences'] },
    { title: 'Cases', icon: 'IconBriefcase', lists: ['legalCases'] },
  ]),
);
