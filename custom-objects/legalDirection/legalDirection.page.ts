import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '../views';

export default definePageLayout(
  recordPage('legalDirection', 'Legal direction', [
    { title: 'Branches', icon: 'IconBinaryTree', lists: ['children'] },
    { title: 'Checklist', icon: 'IconChecklist', lists: ['documentRequirements'] },
    { title: 'Cases', icon: 'IconBriefcase', lists: ['legalCases'] },
  ]),
);
