import { defineCommandMenuItem } from 'twenty-sdk/define';
import { identifier } from '../identifiers';
import { offeredIf, ONE_RECORD } from './offered';

export default defineCommandMenuItem({
  universalIdentifier: identifier('command.newAssignmentOfCase'),
  label: 'New assignment of the client…',
  shortLabel: 'New assignment',
  icon: 'IconClipboardPlus',
  isPinned: true,
  availabilityType: 'RECORD_SELECTION',
  availabilityObjectUniversalIdentifier: identifier('legalCase'),
  frontComponentUniversalIdentifier: identifier('frontComponent.newAssignment'),
  ...offeredIf(ONE_RECORD),
});
