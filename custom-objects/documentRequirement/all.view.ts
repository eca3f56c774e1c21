import { defineView } from 'twenty-sdk/define';
import { oldestFirst, table } from '../views';

export default defineView(
  table('documentRequirement', 'all', 'Document requirements', {
    icon: 'IconChecklist',
    columns: [['name', 360], ['direction', 220], 'stage', 'isMandatory'],
    sort: oldestFirst('name'),
  }),
);
