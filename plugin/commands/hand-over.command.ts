import { defineCommandMenuItem } from 'twenty-sdk/define';
import { identifier } from '../identifiers';
import { offeredWhile } from './offered';

export default defineCommandMenuItem({
  universalIdentifier: identifier('command.handOver'),
  label: 'Hand over the letter',
  shortLabel: 'Hand over',
  isPinned: true,
  availabilityType: 'RECORD_SELECTION',
  availabilityObjectUniversalIdentifier: identifier('correspondence'),
  frontComponentUniversalIdentifier: identifier('frontComponent.handOver'),
  ...offeredWhile(['REGISTERED', 'IN_WORK', 'DONE', 'UNDELIVERED']),
});
