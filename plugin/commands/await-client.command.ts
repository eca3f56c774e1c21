import { defineCommandMenuItem } from 'twenty-sdk/define';
import { identifier } from '../identifiers';
import { offeredOnEvent } from './offered';

export default defineCommandMenuItem({
  universalIdentifier: identifier('command.awaitClient'),
  label: 'Await the client',
  shortLabel: 'Await client',
  icon: 'IconHourglass',
  isPinned: true,
  availabilityType: 'RECORD_SELECTION',
  availabilityObjectUniversalIdentifier: identifier('caseEvent'),
  frontComponentUniversalIdentifier: identifier('frontComponent.awaitClient'),
  ...offeredOnEvent(['PLANNED', 'IN_PROGRESS']),
});
