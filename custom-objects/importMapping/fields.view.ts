import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('importMapping', { 'Import mapping': ['name', 'kind'] }),
);
