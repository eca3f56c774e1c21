import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';
import { RUN_SCOPE, RUN_STATUS } from '../vocabulary';

const { text, select, json, integer, dateTime } = fieldsOf('classificationRun');

export default defineObject(
  object({
    name: 'classificationRun',
    plural: 'classificationRuns',
    label: 'Classification',
    labelPlural: 'Classifications',
    icon: 'IconWand',
    description: 'One search of the folders for the regions and directions of clients',
    labelField: 'name',
    isSearchable: false,
    fields: [
      text('name', 'Name'),
      select('status', 'Status', RUN_STATUS, 'REQUESTED'),
      select('scope', 'Of whom', RUN_SCOPE, 'ALL'),
      json('selection', 'Selection', { description: 'The people and companies it is about, where not all' }),
      integer('confirmAbove', 'Confirm from', { description: 'A score from 0 to 100: the workers confirm what this search proposed with at least so much' }),
      integer('confirmedAbove', 'Confirmed from', { description: 'What the workers have carried out of it' }),
      integer('total', 'Clients'),
      integer('done', 'Looked at'),
      integer('proposed', 'Proposals'),
      text('cursor', 'Cursor', { description: 'The last client looked at, where it goes on' }),
      dateTime('startedAt', 'Begun'),
      dateTime('finishedAt', 'Ended'),
      text('problem', 'Problem', { icon: 'IconAlertTriangle', description: 'What was wrong in the folders; the rest is done. Found by the workers' }),
    ],
  }),
);
