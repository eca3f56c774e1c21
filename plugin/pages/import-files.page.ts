import { definePageLayout } from 'twenty-sdk/define';
import { standalone } from './standalone';

export default definePageLayout(standalone('importFiles', { title: 'Import files', icon: 'IconFileImport' }));
