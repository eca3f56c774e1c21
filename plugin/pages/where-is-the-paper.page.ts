import { definePageLayout } from 'twenty-sdk/define';
import { standalone } from './standalone';

export default definePageLayout(standalone('whereIsThePaper', { title: 'Where is the paper', icon: 'IconMapSearch' }));
