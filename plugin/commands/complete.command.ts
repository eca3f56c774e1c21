import { defineCommandMenuItem } from 'twenty-sdk/define';
import { identifier } from '../identifiers';

export default defineCommandMenuItem({
  universalIdentifier: identifier('command.complete'),
  label: 'Complete the letter',
  shortLabel: 'Complete',
  isPinned: true,
  availabilityType: 'RECORD_SELECTION',
  availabilityObjectUniversalIdentifier: identifier('correspondence'),
  frontComponentUniversalIdentifier: identifier('frontComponent.complete'),
  conditionalAvailabilityExpression: 'numberOfSelectedRecords == 1 and (everyEquals(selectedRecords, "status", "IN_WORK") or everyEquals(selectedRecords, "status", "UNDELIVERED"))',
});
