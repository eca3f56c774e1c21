import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';
import { COMPLETION, RESPONSIBILITY } from '../vocabulary';

const { text, select, dateTime, problem } = fieldsOf('eventResponsible');

export default defineObject(
  object({
    name: 'eventResponsible',
    plural: 'eventResponsibles',
    label: 'Responsible person',
    labelPlural: 'Responsible people',
    icon: 'IconUsers',
    description: 'Who answers for an event; one event may have several',
    labelField: 'name',
    isSearchable: false,
    fields: [
      text('name', 'Name'),
      select('responsibility', 'Role', RESPONSIBILITY, 'CO_RESPONSIBLE', { icon: 'IconUserStar' }),
      select('completion', 'Completion', COMPLETION, null, { icon: 'IconProgressCheck', description: 'That of the event' }),
      dateTime('startedAt', 'Started'),
      dateTime('dueAt', 'Due'),
      problem(),
    ],
  }),
);
