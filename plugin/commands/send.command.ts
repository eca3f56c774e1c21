import { defineCommandMenuItem } from 'twenty-sdk/define';
import { identifier } from '../identifiers';

export default defineCommandMenuItem({
  universalIdentifier: identifier('command.send'),
  label: 'Send the letter',
  shortLabel: 'Send',
  isPinned: false,
  availabilityType: 'RECORD_SELECTION',
  availabilityObjectUniversalIdentifier: identifier('correspondence'),
  frontComponentUniversalIdentifier: identifier('frontComponent.send'),
  conditionalAvailabilityExpression: 'numberOfSelectedRecords == 1 and everyEquals(selectedRecords, "flow", "OUTGOING") and (everyEquals(selectedRecords, "status", "REGISTERED") or everyEquals(selectedRecords, "status", "IN_WORK") or everyEquals(selectedRecords, "status", "DONE") or everyEquals(selectedRecords, "status", "UNDELIVERED"))',
});
