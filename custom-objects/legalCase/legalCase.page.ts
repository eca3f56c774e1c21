import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '../views';

export default definePageLayout(
  recordPage('legalCase', 'Case', [
    { title: 'Events', icon: 'IconCalendarEvent', lists: ['caseEvents'] },
    { title: 'Control', icon: 'IconEyeCheck', component: 'caseControl' },
    { title: 'Documents', icon: 'IconFiles', component: 'caseDocuments' },
    { title: 'Requests', icon: 'IconMailQuestion', lists: ['attorneyRequests'] },
    { title: 'Court', icon: 'IconGavel', lists: ['courtFilings', 'courtHearings', 'courtDecisions'] },
    { title: 'Money', icon: 'IconCoins', lists: ['caseFinances', 'recoveries'] },
    { title: 'Letters', icon: 'IconMail', lists: ['correspondences'] },
    { title: 'Client', icon: 'IconUserHeart', lists: ['firstVisits', 'clientAssignments'] },
  ]),
);
