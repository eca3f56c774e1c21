import { defineCommandMenuItem } from 'twenty-sdk/define';
import { identifier } from '../identifiers';
import { offeredIf, ONE_RECORD } from './offered';

export default defineCommandMenuItem({
  universalIdentifier: identifier('command.conflictCheckOfCase'),
  label: 'Check for conflicts of interest…',
  shortLabel: 'Check for conflicts',
  icon: 'IconArrowsLeftRight',
  availabilityType: 'RECORD_SELECTION',
  availabilityObjectUniversalIdentifier: identifier('legalCase'),
  frontComponentUniversalIdentifier: identifier('frontComponent.conflictCheck'),
  ...offeredIf(ONE_RECORD),
});
