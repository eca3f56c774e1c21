import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('documentRequirement', {
    Requirement: ['name', 'direction', 'stage', 'isMandatory'],
  }),
);
