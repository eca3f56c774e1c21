import { defineField, FieldType, STANDARD_OBJECT_UNIVERSAL_IDENTIFIERS as STANDARD } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';

export default defineField({
  universalIdentifier: identifier('company.inn'),
  objectUniversalIdentifier: STANDARD.company.universalIdentifier,
  type: FieldType.TEXT,
  name: 'inn',
  label: 'INN',
  description: 'Taxpayer number: 10 digits of a company, 12 of a person',
  icon: 'IconId',
});
