import { defineCommandMenuItem } from 'twenty-sdk/define';
import { identifier } from '../identifiers';
import { offeredWhile } from './offered';

export default defineCommandMenuItem({
  universalIdentifier: identifier('command.accept'),
  label: 'Accept the letter',
  shortLabel: 'Accept',
  isPinned: true,
  availabilityType: 'RECORD_SELECTION',
  availabilityObjectUniversalIdentifier: identifier('correspondence'),
  frontComponentUniversalIdentifier: identifier('frontComponent.accept'),
  ...offeredWhile(['HANDED_OVER']),
});
