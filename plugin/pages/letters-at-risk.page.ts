import { definePageLayout } from 'twenty-sdk/define';
import { standalone } from './standalone';

export default definePageLayout(standalone('lettersAtRisk', { title: 'Letters at risk', icon: 'IconAlertTriangle' }));
