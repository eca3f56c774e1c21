import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('department', {
    Department: ['name', 'head', 'parent', 'isRegistry', 'problem', 'children'],
  }),
);
