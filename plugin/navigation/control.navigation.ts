import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { folder } from './places';

export default defineNavigationMenuItem(folder('control', 2, 'Control', 'IconEyeCheck'));
