import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.caseFinance', 'caseFinance', 'all', { in: 'caseFile', position: 10, name: 'Case finances', icon: 'IconReportMoney' }),
);
