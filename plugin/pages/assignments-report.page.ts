import { definePageLayout } from 'twenty-sdk/define';
import { standalone } from './standalone';

export default definePageLayout(standalone('assignmentsReport', { title: 'Fulfilment of client assignments', icon: 'IconChecklist' }));
