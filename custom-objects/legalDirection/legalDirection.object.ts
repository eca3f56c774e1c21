import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';
import { PARTICULARS } from '../vocabulary';

const { text, uniqueText, select, boolean, problem } = fieldsOf('legalDirection');

export default defineObject(
  object({
    name: 'legalDirection',
    plural: 'legalDirections',
    label: 'Legal direction',
    labelPlural: 'Legal directions',
    icon: 'IconBinaryTree',
    description: 'A kind of harm for which the firm wins compensation: railway accidents, man-made disasters, military injuries…',
    labelField: 'name',
    fields: [
      text('name', 'Name'),
      uniqueText('code', 'Code', { icon: 'IconHash' }),
      boolean('isActive', 'In use', true),
      select('particulars', 'Particulars', PARTICULARS, null, {
        description: 'Which particulars the first visit asks for; left empty, those of the direction above',
      }),
      problem(),
    ],
  }),
);
