import { defineCommandMenuItem } from 'twenty-sdk/define';
import { identifier } from '../identifiers';
import { offeredIf } from './offered';

/** On the lists of cases the natural way to a new one is at hand; elsewhere the same form is a search away. */
export default defineCommandMenuItem({
  universalIdentifier: identifier('command.firstVisitHere'),
  label: 'New case by a first visit',
  shortLabel: 'First visit',
  icon: 'IconUserHeart',
  isPinned: true,
  availabilityType: 'GLOBAL_OBJECT_CONTEXT',
  availabilityObjectUniversalIdentifier: identifier('legalCase'),
  frontComponentUniversalIdentifier: identifier('frontComponent.firstVisit'),
  ...offeredIf('numberOfSelectedRecords == 0'),
});
