import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';
import { CASE_STAGE } from '../vocabulary';

const { text, select, boolean } = fieldsOf('documentRequirement');

export default defineObject(
  object({
    name: 'documentRequirement',
    plural: 'documentRequirements',
    label: 'Document requirement',
    labelPlural: 'Document requirements',
    icon: 'IconChecklist',
    description: 'A document that cases of a direction need: a line of its checklist',
    labelField: 'name',
    fields: [
      text('name', 'Document'),
      select('stage', 'By stage', CASE_STAGE, null, { description: 'By which stage of the case the document must be there' }),
      boolean('isMandatory', 'Mandatory', true),
    ],
  }),
);
