import { defineCommandMenuItem } from 'twenty-sdk/define';
import { identifier } from '../identifiers';
import { offeredWhile } from './offered';

export default defineCommandMenuItem({
  universalIdentifier: identifier('command.send'),
  label: 'Send the letter',
  shortLabel: 'Send',
  isPinned: false,
  availabilityType: 'RECORD_SELECTION',
  availabilityObjectUniversalIdentifier: identifier('correspondence'),
  frontComponentUniversalIdentifier: identifier('frontComponent.send'),
  ...offeredWhile(['REGISTERED', 'IN_WORK', 'DONE', 'UNDELIVERED'], 'everyEquals(selectedRecords, "flow", "OUTGOING")'),
});
