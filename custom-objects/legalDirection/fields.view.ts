import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('legalDirection', {
    Direction: ['name', 'code', 'parent', 'root', 'particulars', 'isActive', 'problem'],
  }),
);
