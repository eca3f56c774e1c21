import { definePageLayout } from 'twenty-sdk/define';
import { standalone } from './standalone';

export default definePageLayout(standalone('classification', { title: 'Classification', icon: 'IconWand' }));
