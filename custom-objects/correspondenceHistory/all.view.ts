import { defineView } from 'twenty-sdk/define';
import { newestFirst, table } from '../views';

export default defineView(
  table('correspondenceHistory', 'all', 'Letter history', {
    icon: 'IconHistory',
    columns: [['name', 280], 'correspondence', 'action', 'outcome', 'actor', 'occurredAt', 'fromMember', 'toMember', 'toDepartment', ['reason', 220], ['refusal', 220]],
    sort: newestFirst('occurredAt'),
  }),
);
