import { defineField, FieldType, STANDARD_OBJECT_UNIVERSAL_IDENTIFIERS as STANDARD } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';

export default defineField({
  universalIdentifier: identifier('person.birthDate'),
  objectUniversalIdentifier: STANDARD.person.universalIdentifier,
  type: FieldType.DATE,
  name: 'birthDate',
  label: 'Born',
  icon: 'IconCake',
});
