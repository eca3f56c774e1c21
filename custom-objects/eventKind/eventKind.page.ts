import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '../views';

export default definePageLayout(recordPage('eventKind', 'Event kind', [{ title: 'Events', icon: 'IconCalendarEvent', lists: ['caseEvents'] }]));
