import { defineApplication } from 'twenty-sdk/define';
import { identifier } from './identifiers';

export default defineApplication({
  universalIdentifier: identifier('application'),
  displayName: 'Legal Desk',
  description: 'A law firm’s letters and cases: no letter lost, nobody forgotten',
  category: 'Productivity',
  author: 'Legal Desk',
  applicationVariables: {
    OFFICE_TIME_ZONE: {
      universalIdentifier: identifier('application.OFFICE_TIME_ZONE'),
      description: 'The office’s time zone, such as Europe/Moscow: in it reports begin and end their days. Empty: the viewer’s own',
      value: process.env.OFFICE_TIME_ZONE ?? '',
    },
  },
});
