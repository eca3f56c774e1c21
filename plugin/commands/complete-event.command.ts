import { defineCommandMenuItem } from 'twenty-sdk/define';
import { identifier } from '../identifiers';
import { offeredOnEvent } from './offered';

export default defineCommandMenuItem({
  universalIdentifier: identifier('command.completeEvent'),
  label: 'Complete the event',
  shortLabel: 'Complete',
  icon: 'IconCheck',
  isPinned: true,
  availabilityType: 'RECORD_SELECTION',
  availabilityObjectUniversalIdentifier: identifier('caseEvent'),
  frontComponentUniversalIdentifier: identifier('frontComponent.completeEvent'),
  ...offeredOnEvent(['PLANNED', 'IN_PROGRESS', 'WAITING']),
});
