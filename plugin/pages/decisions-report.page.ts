import { definePageLayout } from 'twenty-sdk/define';
import { standalone } from './standalone';

export default definePageLayout(standalone('decisionsReport', { title: 'Court decisions report', icon: 'IconGavel' }));
