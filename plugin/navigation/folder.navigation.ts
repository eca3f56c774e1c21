import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { folder } from './places';

export default defineNavigationMenuItem(folder('desk', -5, 'Legal Desk', 'IconScale'));
