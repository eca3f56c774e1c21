import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';
import { COMPLETION, EVENT_GROUP } from '../vocabulary';

const { text, uniqueText, select, dateTime, decimal, integer, problem } = fieldsOf('caseEvent');

export default defineObject(
  object({
    name: 'caseEvent',
    plural: 'caseEvents',
    label: 'Event',
    labelPlural: 'Events',
    icon: 'IconCalendarEvent',
    description: 'One step of a case: a visit, a request, a hearing, a decision, a wait for the client, or any kind that the firm adds',
    labelField: 'title',
    fields: [
      text('title', 'Title'),
      select('completion', 'Completion', COMPLETION, 'PLANNED', { icon: 'IconProgressCheck', description: 'Awaiting from client stops the clock of the event' }),
      dateTime('startedAt', 'Started'),
      dateTime('dueAt', 'Due', { description: 'Left empty, it follows from the norm of the kind' }),
      dateTime('completedAt', 'Completed'),
      dateTime('expectedEndAt', 'Expected end', { description: 'From how long such events took so far; written once, when the event is new' }),
      integer('expectedFromCount', 'Rests on, events', { description: 'How many completed events the expected end rests on; 0: on the norm of the kind' }),
      select('eventGroup', 'Group', EVENT_GROUP, null, { description: 'That of its kind' }),
      decimal('actualDays', 'Days taken', { description: 'From start to completion, less the time of waiting for the client' }),
      decimal('waitedDays', 'Days waited', { description: 'Time spent waiting for the client' }),
      dateTime('waitingSince', 'Waiting since'),
      text('missingDocuments', 'Missing papers', { icon: 'IconFileAlert', description: 'Documents of the case that are still missing while the client is awaited, one a line' }),
      uniqueText('sourceKey', 'Source', { icon: 'IconKey', description: 'The record from which the workers made this event; empty when a person made it' }),
      problem(),
    ],
  }),
);
