import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { folder } from './places';

export default defineNavigationMenuItem(folder('catalogues', -2, 'Catalogues', 'IconBooks'));
