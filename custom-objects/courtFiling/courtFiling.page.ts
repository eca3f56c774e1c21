import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '../views';

export default definePageLayout(
  recordPage('courtFiling', 'Court filing', [
    { title: 'Proceedings', icon: 'IconScale', lists: ['hearings', 'decisions', 'nextFilings'] },
  ]),
);
