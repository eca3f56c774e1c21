import { defineView } from 'twenty-sdk/define';
import { oldestFirst, table } from '../views';

export default defineView(
  table('region', 'all', 'All regions', {
    icon: 'IconMap',
    columns: [['name', 240], 'code', 'federalDistrict', 'courts', 'legalCases'],
    sort: oldestFirst('name'),
  }),
);
