import { defineCommandMenuItem } from 'twenty-sdk/define';
import { identifier } from '../identifiers';

export default defineCommandMenuItem({
  universalIdentifier: identifier('command.handOver'),
  label: 'Hand over the letter',
  shortLabel: 'Hand over',
  isPinned: true,
  availabilityType: 'RECORD_SELECTION',
  availabilityObjectUniversalIdentifier: identifier('correspondence'),
  frontComponentUniversalIdentifier: identifier('frontComponent.handOver'),
  conditionalAvailabilityExpression: 'numberOfSelectedRecords == 1 and (everyEquals(selectedRecords, "status", "REGISTERED") or everyEquals(selectedRecords, "status", "IN_WORK") or everyEquals(selectedRecords, "status", "DONE") or everyEquals(selectedRecords, "status", "UNDELIVERED"))',
});
