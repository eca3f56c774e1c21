import { defineView } from 'twenty-sdk/define';
import { oldestFirst, table } from '../views';

export default defineView(
  table('region', 'all', 'Regions', {
    icon: 'IconMap',
    columns: [['name', 240], 'code', 'federalDistrict', 'courts', 'legalCases'],
    sort: oldestFirst('name'),
  }),
);
