import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { folder } from './places';

export default defineNavigationMenuItem(
  folder('clients', -3.5, 'Clients', 'IconUsersGroup'),
);
