import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { page } from './places';

export default defineNavigationMenuItem(page('lettersAtRisk', { in: 'control', position: -3, name: 'Letters at risk', icon: 'IconAlertTriangle' }));
