import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.legalCase.toCorrect', 'legalCase', 'toCorrect', { in: 'control', position: 0, name: 'Cases to correct', icon: 'IconAlertTriangle' }),
);
