import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('clientFolder', { Folder: ['name', 'parent', 'path', 'problem'], 'What lies here': ['direction', 'region'] }),
);
