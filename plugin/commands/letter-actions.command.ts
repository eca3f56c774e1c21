import { defineCommandMenuItem } from 'twenty-sdk/define';
import { identifier } from '../identifiers';
import { offeredIf } from './offered';

export default defineCommandMenuItem({
  universalIdentifier: identifier('command.letterActions'),
  label: 'Letter actions…',
  shortLabel: 'Actions…',
  isPinned: true,
  availabilityType: 'RECORD_SELECTION',
  availabilityObjectUniversalIdentifier: identifier('correspondence'),
  frontComponentUniversalIdentifier: identifier('frontComponent.letterActions'),
  ...offeredIf('numberOfSelectedRecords == 1'),
});
