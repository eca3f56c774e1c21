import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('caseDocument', {
    Document: ['name', 'legalCase', 'status', 'requirement', 'caseEvent', 'problem'],
    'Where it is': ['requestedAt', 'receivedAt', 'receivedFrom', 'isOriginal', 'storagePlace', 'file'],
  }),
);
