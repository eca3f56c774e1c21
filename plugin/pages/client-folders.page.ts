import { definePageLayout } from 'twenty-sdk/define';
import { standalone } from './standalone';

export default definePageLayout(standalone('clientFolders', { title: 'Client folders', icon: 'IconFolders' }));
