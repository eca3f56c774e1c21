import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';

const { text, uniqueText, boolean } = fieldsOf('recoveryKind');

export default defineObject(
  object({
    name: 'recoveryKind',
    plural: 'recoveryKinds',
    label: 'Recovery kind',
    labelPlural: 'Recovery kinds',
    icon: 'IconCategory',
    description: 'What is claimed for harm to life or health: moral harm, lost earnings, treatment, court costs…',
    labelField: 'name',
    fields: [
      text('name', 'Name'),
      uniqueText('code', 'Code', { icon: 'IconHash' }),
      boolean('isPeriodic', 'Periodic', false, { description: 'Paid every month or year, such as lost earnings, not once' }),
      text('legalBasis', 'Basis in law', { icon: 'IconGavel', description: 'The articles on which the claim rests' }),
    ],
  }),
);
