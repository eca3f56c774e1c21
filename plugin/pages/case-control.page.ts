import { definePageLayout } from 'twenty-sdk/define';
import { standalone } from './standalone';

export default definePageLayout(standalone('caseControlReport', { title: 'Control of cases', icon: 'IconClipboardList' }));
