import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { page } from './places';

export default defineNavigationMenuItem(page('serviceHealth', { in: 'office', position: 11, name: 'Service health', icon: 'IconHeartRateMonitor' }));
