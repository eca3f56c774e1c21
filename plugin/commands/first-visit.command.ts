import { defineCommandMenuItem } from 'twenty-sdk/define';
import { identifier } from '../identifiers';

export default defineCommandMenuItem({
  universalIdentifier: identifier('command.firstVisit'),
  label: 'First visit',
  shortLabel: 'First visit',
  icon: 'IconUserHeart',
  isPinned: false,
  availabilityType: 'GLOBAL',
  frontComponentUniversalIdentifier: identifier('frontComponent.firstVisit'),
});
