import { defineCommandMenuItem, STANDARD_OBJECT_UNIVERSAL_IDENTIFIERS as STANDARD } from 'twenty-sdk/define';
import { identifier } from '../identifiers';

export default defineCommandMenuItem({
  universalIdentifier: identifier('command.findRegionsOfCompany'),
  label: 'Find regions and directions in the folders…',
  shortLabel: 'Find regions and directions',
  icon: 'IconWand',
  availabilityType: 'RECORD_SELECTION',
  availabilityObjectUniversalIdentifier: STANDARD.company.universalIdentifier,
  frontComponentUniversalIdentifier: identifier('frontComponent.findRegions'),
});
