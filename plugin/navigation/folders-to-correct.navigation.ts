import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { list } from './places';

export default defineNavigationMenuItem(
  list('navigation.clientFolder.toCorrect', 'clientFolder', 'toCorrect', { in: 'control', position: 20, name: 'Folders to correct', icon: 'IconAlertTriangle' }),
);
