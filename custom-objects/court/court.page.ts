import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '../views';

export default definePageLayout(
  recordPage('court', 'Court', [
    { title: 'Hearings', icon: 'IconCalendarTime', lists: ['courtHearings'] },
    { title: 'Cases', icon: 'IconBriefcase', lists: ['legalCases'] },
  ]),
);
