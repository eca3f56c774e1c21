import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('region', {
    Region: ['name', 'code', 'federalDistrict'],
  }),
);
