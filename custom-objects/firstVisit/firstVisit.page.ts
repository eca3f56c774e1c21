import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '../views';

export default definePageLayout(
  recordPage('firstVisit', 'First visit', [
    { title: 'Health and money', icon: 'IconReportMedical', fields: 'details' },
  ]),
);
