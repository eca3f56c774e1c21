import { defineView } from 'twenty-sdk/define';
import { oldestFirst, table } from '../views';

export default defineView(
  table('recoveryKind', 'all', 'Recovery kinds', {
    icon: 'IconCategory',
    columns: [['name', 280], 'isPeriodic', ['legalBasis', 320], 'code'],
    sort: oldestFirst('name'),
  }),
);
