import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';
import { INCIDENT_KIND } from '../vocabulary';

const { text, select, dateTime, json } = fieldsOf('correspondenceIncident');

export default defineObject(
  object({
    name: 'correspondenceIncident',
    plural: 'correspondenceIncidents',
    label: 'Incident',
    labelPlural: 'Incidents',
    icon: 'IconAlertTriangle',
    description: 'An attempt to change a step of a letter after it was applied; the workers put the step back and record the attempt here',
    labelField: 'name',
    isSearchable: false,
    fields: [
      text('name', 'What happened'),
      select('kind', 'Kind', INCIDENT_KIND),
      dateTime('detectedAt', 'When'),
      json('changes', 'Changes', { description: 'Field by field: what was applied and what was found' }),
      text('description', 'In words', { icon: 'IconFileText' }),
    ],
  }),
);
