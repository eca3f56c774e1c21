import { definePageLayout } from 'twenty-sdk/define';
import { standalone } from './standalone';

export default definePageLayout(standalone('myNotifications', { title: 'My notifications', icon: 'IconBellCog' }));
