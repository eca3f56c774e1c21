import { definePageLayout } from 'twenty-sdk/define';
import { standalone } from './standalone';

export default definePageLayout(standalone('letterMovement', { title: 'Correspondence movement', icon: 'IconRoute' }));
