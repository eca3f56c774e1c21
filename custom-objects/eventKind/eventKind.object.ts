import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';
import { EVENT_GROUP } from '../vocabulary';

const { text, uniqueText, select, integer, boolean } = fieldsOf('eventKind');

export default defineObject(
  object({
    name: 'eventKind',
    plural: 'eventKinds',
    label: 'Event kind',
    labelPlural: 'Event kinds',
    icon: 'IconListDetails',
    description: 'A kind of event in a case; the firm adds its own by adding a row',
    labelField: 'name',
    fields: [
      text('name', 'Name'),
      uniqueText('code', 'Code', { icon: 'IconHash' }),
      select('eventGroup', 'Group', EVENT_GROUP),
      integer('normDays', 'Norm, days', { description: 'How many days such an event may take; gives the due date of a new one' }),
      boolean('isActive', 'In use', true),
      text('legalBasis', 'Basis in law', { icon: 'IconGavel', description: 'The rule that sets the norm' }),
    ],
  }),
);
