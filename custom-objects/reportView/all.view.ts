import { defineView } from 'twenty-sdk/define';
import { table } from '../views';

export default defineView(
  table('reportView', 'all', 'All report views', { icon: 'IconFilterHeart', position: 0, columns: [['name', 240], 'report', 'owner', 'isLast'] }),
);
