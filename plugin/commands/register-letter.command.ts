import { defineCommandMenuItem } from 'twenty-sdk/define';
import { identifier } from '../identifiers';

export default defineCommandMenuItem({
  universalIdentifier: identifier('command.registerLetter'),
  label: 'Register letter',
  shortLabel: 'Register letter',
  isPinned: false,
  availabilityType: 'GLOBAL',
  frontComponentUniversalIdentifier: identifier('frontComponent.registerLetter'),
});
