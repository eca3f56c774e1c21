import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '../views';

export default definePageLayout(
  recordPage('documentRequirement', 'Document requirement', [
    { title: 'Documents', icon: 'IconFileText', lists: ['caseDocuments'] },
  ]),
);
