import { definePageLayout } from 'twenty-sdk/define';
import { standalone } from './standalone';

export default definePageLayout(standalone('financeReport', { title: 'Finance report', icon: 'IconCoins' }));
