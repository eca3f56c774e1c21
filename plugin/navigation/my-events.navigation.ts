import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.eventResponsible.mine', 'eventResponsible', 'mine', { in: 'desk', position: 5, name: 'My events', icon: 'IconUserCheck' }),
);
