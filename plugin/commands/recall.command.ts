import { defineCommandMenuItem } from 'twenty-sdk/define';
import { identifier } from '../identifiers';

export default defineCommandMenuItem({
  universalIdentifier: identifier('command.recall'),
  label: 'Recall the letter',
  shortLabel: 'Recall',
  isPinned: false,
  availabilityType: 'RECORD_SELECTION',
  availabilityObjectUniversalIdentifier: identifier('correspondence'),
  frontComponentUniversalIdentifier: identifier('frontComponent.recall'),
  conditionalAvailabilityExpression: 'numberOfSelectedRecords == 1 and everyEquals(selectedRecords, "status", "HANDED_OVER")',
});
