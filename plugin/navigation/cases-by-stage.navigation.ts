import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.legalCase.byStage', 'legalCase', 'byStage', { in: 'caseFile', position: 0, name: 'Cases by stage', icon: 'IconLayoutKanban' }),
);
