import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('importRun', {
    Import: ['name', 'file', 'kind', 'status', 'problem'],
    Progress: ['total', 'done', 'created', 'matched', 'refused'],
    Times: ['startedAt', 'finishedAt'],
  }),
);
