import { defineView } from 'twenty-sdk/define';
import { oldestFirst, table } from '../views';

export default defineView(
  table('region', 'all', 'Regions', {
    icon: 'IconMap',
    columns: [['name', 300], 'code', 'federalDistrict'],
    sort: oldestFirst('name'),
  }),
);
