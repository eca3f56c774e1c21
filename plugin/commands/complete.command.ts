import { defineCommandMenuItem } from 'twenty-sdk/define';
import { identifier } from '../identifiers';
import { offeredWhile } from './offered';

export default defineCommandMenuItem({
  universalIdentifier: identifier('command.complete'),
  label: 'Complete the letter',
  shortLabel: 'Complete',
  isPinned: true,
  availabilityType: 'RECORD_SELECTION',
  availabilityObjectUniversalIdentifier: identifier('correspondence'),
  frontComponentUniversalIdentifier: identifier('frontComponent.complete'),
  ...offeredWhile(['IN_WORK', 'UNDELIVERED']),
});
