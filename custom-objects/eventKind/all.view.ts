import { defineView } from 'twenty-sdk/define';
import { oldestFirst, table } from '../views';

export default defineView(
  table('eventKind', 'all', 'Event kinds', {
    icon: 'IconListDetails',
    columns: [['name', 280], 'eventGroup', 'normDays', 'isActive', ['legalBasis', 300], 'code'],
    sort: oldestFirst('name'),
  }),
);
