import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('classificationRun', {
    Classification: ['name', 'status', 'scope', 'total', 'done', 'proposed', 'problem'],
    Times: ['startedAt', 'finishedAt'],
    Confirming: ['confirmAbove', 'confirmedAbove'],
  }),
);
