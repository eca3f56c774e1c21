import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { folder } from './places';

export default defineNavigationMenuItem(folder('office', 4, 'Office', 'IconBuilding'));
