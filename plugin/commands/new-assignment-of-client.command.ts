import { defineCommandMenuItem, STANDARD_OBJECT_UNIVERSAL_IDENTIFIERS as STANDARD } from 'twenty-sdk/define';
import { identifier } from '../identifiers';
import { offeredIf, ONE_RECORD } from './offered';

export default defineCommandMenuItem({
  universalIdentifier: identifier('command.newAssignmentOfClient'),
  label: 'New assignment of the client…',
  shortLabel: 'New assignment',
  icon: 'IconClipboardPlus',
  isPinned: true,
  availabilityType: 'RECORD_SELECTION',
  availabilityObjectUniversalIdentifier: STANDARD.person.universalIdentifier,
  frontComponentUniversalIdentifier: identifier('frontComponent.newAssignment'),
  ...offeredIf(ONE_RECORD),
});
