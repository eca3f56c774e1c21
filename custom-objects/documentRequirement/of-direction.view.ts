import { defineView } from 'twenty-sdk/define';
import { listOf, oldestFirst } from '../views';

export default defineView(
  listOf('documentRequirement', 'direction', [['name', 360], 'stage', 'isMandatory'], oldestFirst('name')),
);
