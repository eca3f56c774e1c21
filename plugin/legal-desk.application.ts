import { defineApplication } from 'twenty-sdk/define';
import { identifier } from './identifiers';

export default defineApplication({
  universalIdentifier: identifier('application'),
  displayName: 'Legal Desk',
  description: 'A law firm’s letters and cases: no letter lost, nobody forgotten',
  category: 'Productivity',
  author: 'Legal Desk',
});
