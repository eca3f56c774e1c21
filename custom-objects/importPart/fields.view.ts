import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('importPart', { 'Part of an import': ['name', 'importRun', 'firstLine', 'lastLine'] }),
);
