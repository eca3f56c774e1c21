import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('correspondenceHistory', {
    Step: ['name', 'correspondence', 'action', 'actor', 'occurredAt', 'reason'],
    Way: ['fromMember', 'fromDepartment', 'toMember', 'toDepartment', 'heldMinutes', 'waitedMinutes'],
    Result: ['outcome', 'refusal', 'statusBefore', 'statusAfter', 'applied', 'incidents'],
  }),
);
