import { defineCommandMenuItem } from 'twenty-sdk/define';
import { identifier } from '../identifiers';

export default defineCommandMenuItem({
  universalIdentifier: identifier('command.accept'),
  label: 'Accept the letter',
  shortLabel: 'Accept',
  isPinned: true,
  availabilityType: 'RECORD_SELECTION',
  availabilityObjectUniversalIdentifier: identifier('correspondence'),
  frontComponentUniversalIdentifier: identifier('frontComponent.accept'),
  conditionalAvailabilityExpression: 'numberOfSelectedRecords == 1 and everyEquals(selectedRecords, "status", "HANDED_OVER")',
});
