import { definePageLayout } from 'twenty-sdk/define';
import { standalone } from './standalone';

export default definePageLayout(standalone('serviceHealth', { title: 'Service health', icon: 'IconHeartRateMonitor' }));
