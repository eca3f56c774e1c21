import { definePageLayout } from 'twenty-sdk/define';
import { standalone } from './standalone';

export default definePageLayout(standalone('eventStages', { title: 'Events by completion stage', icon: 'IconStairs' }));
