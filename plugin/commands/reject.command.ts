import { defineCommandMenuItem } from 'twenty-sdk/define';
import { identifier } from '../identifiers';

export default defineCommandMenuItem({
  universalIdentifier: identifier('command.reject'),
  label: 'Reject the letter',
  shortLabel: 'Reject',
  isPinned: true,
  availabilityType: 'RECORD_SELECTION',
  availabilityObjectUniversalIdentifier: identifier('correspondence'),
  frontComponentUniversalIdentifier: identifier('frontComponent.reject'),
  conditionalAvailabilityExpression: 'numberOfSelectedRecords == 1 and everyEquals(selectedRecords, "status", "HANDED_OVER")',
});
