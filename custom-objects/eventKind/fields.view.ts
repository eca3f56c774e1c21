import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('eventKind', {
    'Event kind': ['name', 'code', 'eventGroup', 'normDays', 'isActive', 'legalBasis'],
  }),
);
