import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.recovery.toCollect', 'recovery', 'toCollect', { in: 'control', position: 7, name: 'To collect', icon: 'IconCashBanknote' }),
);
