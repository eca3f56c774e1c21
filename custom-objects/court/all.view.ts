import { defineView } from 'twenty-sdk/define';
import { oldestFirst, table } from '../views';

export default defineView(
  table('court', 'all', 'Courts', {
    icon: 'IconBuildingBank',
    columns: [['name', 300], 'level', ['region', 180], ['postalAddress', 240], 'phone', 'website'],
    sort: oldestFirst('name'),
  }),
);
