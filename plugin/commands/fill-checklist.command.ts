import { defineCommandMenuItem } from 'twenty-sdk/define';
import { identifier } from '../identifiers';
import { offeredIf, ONE_RECORD } from './offered';

export default defineCommandMenuItem({
  universalIdentifier: identifier('command.fillChecklist'),
  label: 'Fill the checklist',
  shortLabel: 'Fill checklist',
  icon: 'IconListCheck',
  isPinned: false,
  availabilityType: 'RECORD_SELECTION',
  availabilityObjectUniversalIdentifier: identifier('legalCase'),
  frontComponentUniversalIdentifier: identifier('frontComponent.fillChecklist'),
  ...offeredIf(ONE_RECORD),
});
