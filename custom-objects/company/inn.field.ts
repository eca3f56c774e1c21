import { defineField, FieldType, STANDARD_OBJECT_UNIVERSAL_IDENTIFIERS as STANDARD } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';

export default defineField({
  universalIdentifier: identifier('company.inn'),
  objectUniversalIdentifier: STANDARD.company.universalIdentifier,
  type: FieldType.TEXT,
  name: 'inn',
  label: 'Taxpayer number (INN)',
  icon: 'IconId',
});
