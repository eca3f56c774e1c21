import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(list('navigation.court', 'court', 'all', { in: 'catalogues', position: 4, name: 'Courts', icon: 'IconBuildingBank' }));
