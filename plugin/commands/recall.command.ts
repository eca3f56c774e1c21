import { defineCommandMenuItem } from 'twenty-sdk/define';
import { identifier } from '../identifiers';
import { offeredWhile } from './offered';

export default defineCommandMenuItem({
  universalIdentifier: identifier('command.recall'),
  label: 'Recall the letter',
  shortLabel: 'Recall',
  isPinned: false,
  availabilityType: 'RECORD_SELECTION',
  availabilityObjectUniversalIdentifier: identifier('correspondence'),
  frontComponentUniversalIdentifier: identifier('frontComponent.recall'),
  ...offeredWhile(['HANDED_OVER']),
});
