import { definePageLayout } from 'twenty-sdk/define';
import { standalone } from './standalone';

export default definePageLayout(standalone('forgottenCases', { title: 'Forgotten cases', icon: 'IconRadar2' }));
