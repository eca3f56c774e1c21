import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '../views';

export default definePageLayout(
  recordPage('clientFolder', 'Client folder', [
    { title: 'Contents', icon: 'IconFolderOpen', lists: ['children', 'entries'] },
  ]),
);
