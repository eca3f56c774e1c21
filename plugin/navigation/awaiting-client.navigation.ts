import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.caseEvent.awaitingClient', 'caseEvent', 'awaitingClient', { in: 'control', position: 2, name: 'Awaiting from client', icon: 'IconHourglass' }),
);
