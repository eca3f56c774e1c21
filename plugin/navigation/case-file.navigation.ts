import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { folder } from './places';

export default defineNavigationMenuItem(folder('caseFile', -4, 'Case file', 'IconFolder'));
