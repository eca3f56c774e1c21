import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '../views';

export default definePageLayout(
  recordPage('classificationRun', 'Classification', [
    { title: 'Proposals', icon: 'IconListCheck', lists: ['proposals'] },
  ]),
);
