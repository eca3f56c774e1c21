import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.courtDecision.appealDeadlines', 'courtDecision', 'appealDeadlines', { in: 'control', position: 5, name: 'Appeal deadlines', icon: 'IconAlarm' }),
);
