import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';
import { CASE_STAGE, INSTANCE } from '../vocabulary';

const { text, select, dateTime, integer, boolean, json } = fieldsOf('caseControl');

export default defineObject(
  object({
    name: 'caseControl',
    plural: 'caseControls',
    label: 'Case control',
    labelPlural: 'Case controls',
    icon: 'IconClipboardList',
    description: 'Where a case stands: documents, requests, instance, movement',
    labelField: 'name',
    isSearchable: false,
    fields: [
      text('name', 'Name'),
      select('stage', 'Stage', CASE_STAGE, null, { description: 'That of the case' }),
      integer('openEvents', 'Open events'),
      boolean('awaitsClient', 'Awaits client', false, { description: 'Something is awaited from the client' }),
      integer('requiredCount', 'Papers needed'),
      integer('receivedCount', 'Papers in'),
      text('missingDocuments', 'Missing papers'),
      integer('requestsSent', 'Requests sent'),
      integer('requestsOpen', 'Unanswered'),
      integer('requestsOverdue', 'Overdue'),
      select('instance', 'Instance', INSTANCE),
      dateTime('lastMovementAt', 'Last movement'),
      integer('daysWithoutMovement', 'Days still', { description: 'Days without movement' }),
      boolean('isForgotten', 'Forgotten', false, { description: 'No open event and nothing awaited' }),
      json('contribution', 'Adds to registers', { description: 'What the case adds to the register of durations' }),
    ],
  }),
);
