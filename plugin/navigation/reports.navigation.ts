import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { folder } from './places';

export default defineNavigationMenuItem(folder('reports', -2.5, 'Reports', 'IconReportAnalytics'));
