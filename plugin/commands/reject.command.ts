import { defineCommandMenuItem } from 'twenty-sdk/define';
import { identifier } from '../identifiers';
import { offeredWhile } from './offered';

export default defineCommandMenuItem({
  universalIdentifier: identifier('command.reject'),
  label: 'Reject the letter',
  shortLabel: 'Reject',
  isPinned: true,
  availabilityType: 'RECORD_SELECTION',
  availabilityObjectUniversalIdentifier: identifier('correspondence'),
  frontComponentUniversalIdentifier: identifier('frontComponent.reject'),
  ...offeredWhile(['HANDED_OVER']),
});
