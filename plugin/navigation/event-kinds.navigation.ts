import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.eventKind', 'eventKind', 'all', { in: 'catalogues', position: 1, name: 'Event kinds', icon: 'IconListDetails' }),
);
