import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '../views';

export default definePageLayout(
  recordPage('region', 'Region', [
    { title: 'Cases', icon: 'IconBriefcase', lists: ['legalCases'] },
    { title: 'Courts', icon: 'IconBuildingBank', lists: ['courts'] },
  ]),
);
