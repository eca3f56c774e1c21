import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { page } from './places';

export default defineNavigationMenuItem(page('whereIsThePaper', { in: 'control', position: -1, name: 'Where is the paper', icon: 'IconMapSearch' }));
