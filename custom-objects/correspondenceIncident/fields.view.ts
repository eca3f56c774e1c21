import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('correspondenceIncident', {
    Incident: ['name', 'kind', 'member', 'detectedAt', 'correspondence', 'history'],
    Details: ['description', 'changes'],
  }),
);
