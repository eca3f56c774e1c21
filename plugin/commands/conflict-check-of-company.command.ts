import { defineCommandMenuItem, STANDARD_OBJECT_UNIVERSAL_IDENTIFIERS as STANDARD } from 'twenty-sdk/define';
import { identifier } from '../identifiers';
import { offeredIf, ONE_RECORD } from './offered';

export default defineCommandMenuItem({
  universalIdentifier: identifier('command.conflictCheckOfCompany'),
  label: 'Check for conflicts of interest…',
  shortLabel: 'Check for conflicts',
  icon: 'IconArrowsLeftRight',
  availabilityType: 'RECORD_SELECTION',
  availabilityObjectUniversalIdentifier: STANDARD.company.universalIdentifier,
  frontComponentUniversalIdentifier: identifier('frontComponent.conflictCheck'),
  ...offeredIf(ONE_RECORD),
});
