import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(recordFields('notificationSetting', { 'Notification setting': ['name', 'owner', 'channels', 'wantsDigest'] }));
