import { defineCommandMenuItem } from 'twenty-sdk/define';
import { identifier } from '../identifiers';
import { offeredIf } from './offered';

/** On the lists of letters the button is at hand; elsewhere the same form is a search away. */
export default defineCommandMenuItem({
  universalIdentifier: identifier('command.registerLetterHere'),
  label: 'Register a new letter',
  shortLabel: 'Register letter',
  isPinned: true,
  availabilityType: 'GLOBAL_OBJECT_CONTEXT',
  availabilityObjectUniversalIdentifier: identifier('correspondence'),
  frontComponentUniversalIdentifier: identifier('frontComponent.registerLetter'),
  ...offeredIf('numberOfSelectedRecords == 0'),
});
