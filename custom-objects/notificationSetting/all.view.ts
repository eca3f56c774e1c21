import { defineView } from 'twenty-sdk/define';
import { table } from '../views';

export default defineView(
  table('notificationSetting', 'all', 'All notification settings', { icon: 'IconBellCog', columns: [['name', 240], 'owner', ['channels', 220], 'wantsDigest'] }),
);
