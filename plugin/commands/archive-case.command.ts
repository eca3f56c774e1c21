import { defineCommandMenuItem } from 'twenty-sdk/define';
import { identifier } from '../identifiers';
import { offeredIf, ONE_RECORD } from './offered';

export default defineCommandMenuItem({
  universalIdentifier: identifier('command.archiveCase'),
  label: 'Archive the case…',
  shortLabel: 'Archive…',
  icon: 'IconArchive',
  isPinned: false,
  availabilityType: 'RECORD_SELECTION',
  availabilityObjectUniversalIdentifier: identifier('legalCase'),
  frontComponentUniversalIdentifier: identifier('frontComponent.archiveCase'),
  ...offeredIf(`${ONE_RECORD} and not everyEquals(selectedRecords, "stage", "ARCHIVED")`),
});
