import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('recoveryKind', {
    'Recovery kind': ['name', 'code', 'isPeriodic', 'legalBasis'],
  }),
);
