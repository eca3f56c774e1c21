import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { folder } from './places';

export default defineNavigationMenuItem(folder('desk', 0, 'Legal Desk', 'IconScale'));
