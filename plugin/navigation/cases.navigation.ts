import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(list('navigation.legalCase', 'legalCase', 'all', { in: 'desk', position: 3, name: 'Cases', icon: 'IconBriefcase' }));
