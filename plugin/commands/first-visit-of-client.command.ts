import { defineCommandMenuItem, STANDARD_OBJECT_UNIVERSAL_IDENTIFIERS as STANDARD } from 'twenty-sdk/define';
import { identifier } from '../identifiers';
import { offeredIf, ONE_RECORD } from './offered';

export default defineCommandMenuItem({
  universalIdentifier: identifier('command.firstVisitOfClient'),
  label: 'First visit of this client',
  shortLabel: 'First visit',
  icon: 'IconUserHeart',
  isPinned: true,
  availabilityType: 'RECORD_SELECTION',
  availabilityObjectUniversalIdentifier: STANDARD.person.universalIdentifier,
  frontComponentUniversalIdentifier: identifier('frontComponent.firstVisitOfClient'),
  ...offeredIf(ONE_RECORD),
});
