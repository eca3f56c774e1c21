import { defineCommandMenuItem } from 'twenty-sdk/define';
import { identifier } from '../identifiers';
import { offeredIf, ONE_RECORD } from './offered';

export default defineCommandMenuItem({
  universalIdentifier: identifier('command.responsibles'),
  label: 'Responsible people…',
  shortLabel: 'Responsible…',
  icon: 'IconUsersPlus',
  isPinned: true,
  availabilityType: 'RECORD_SELECTION',
  availabilityObjectUniversalIdentifier: identifier('caseEvent'),
  frontComponentUniversalIdentifier: identifier('frontComponent.responsibles'),
  ...offeredIf(ONE_RECORD),
});
