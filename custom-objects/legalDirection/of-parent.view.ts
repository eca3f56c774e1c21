import { defineView } from 'twenty-sdk/define';
import { listOf, oldestFirst } from '../views';

export default defineView(
  listOf('legalDirection', 'parent', [['name', 300], 'particulars', 'code', 'isActive'], oldestFirst('name')),
);
