import { defineCommandMenuItem } from 'twenty-sdk/define';
import { identifier } from '../identifiers';

export default defineCommandMenuItem({
  universalIdentifier: identifier('command.letterActions'),
  label: 'Letter actions…',
  shortLabel: 'Actions…',
  isPinned: true,
  availabilityType: 'RECORD_SELECTION',
  availabilityObjectUniversalIdentifier: identifier('correspondence'),
  frontComponentUniversalIdentifier: identifier('frontComponent.letterActions'),
  conditionalAvailabilityExpression: 'numberOfSelectedRecords == 1',
});
