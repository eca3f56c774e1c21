import { defineView } from 'twenty-sdk/define';
import { newestFirst, table } from '../views';

export default defineView(
  table('caseDocument', 'all', 'Documents', {
    icon: 'IconFileText',
    columns: [['name', 300], ['legalCase', 220], 'status', 'receivedAt', 'receivedFrom', 'isOriginal', 'storagePlace', 'file'],
    sort: newestFirst('receivedAt'),
  }),
);
