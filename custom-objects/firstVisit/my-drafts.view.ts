import { defineView } from 'twenty-sdk/define';
import { iCreated, is, newestFirst, table } from '../views';

export default defineView(
  table('firstVisit', 'myDrafts', 'My drafts', {
    icon: 'IconPencil',
    position: 1,
    columns: [['name', 260], 'client', ['injuryKind', 180], ['visitedAt', 170]],
    filters: [is('visitStatus', 'DRAFT'), iCreated],
    sort: newestFirst('visitedAt'),
  }),
);
