import { defineCommandMenuItem } from 'twenty-sdk/define';
import { identifier } from '../identifiers';
import { offeredOnEvent } from './offered';

export default defineCommandMenuItem({
  universalIdentifier: identifier('command.resumeEvent'),
  label: 'Go on: the client is no longer awaited',
  shortLabel: 'Go on',
  icon: 'IconPlayerPlay',
  isPinned: true,
  availabilityType: 'RECORD_SELECTION',
  availabilityObjectUniversalIdentifier: identifier('caseEvent'),
  frontComponentUniversalIdentifier: identifier('frontComponent.resumeEvent'),
  ...offeredOnEvent(['WAITING']),
});
