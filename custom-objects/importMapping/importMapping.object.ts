import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';
import { IMPORT_KIND } from '../vocabulary';

const { text, select, json } = fieldsOf('importMapping');

export default defineObject(
  object({
    name: 'importMapping',
    plural: 'importMappings',
    label: 'Import mapping',
    labelPlural: 'Import mappings',
    icon: 'IconTableOptions',
    description: 'Which columns of another system’s files are taken for what',
    labelField: 'name',
    isSearchable: false,
    fields: [
      text('name', 'Name'),
      select('kind', 'What it holds', IMPORT_KIND),
      json('columns', 'Columns'),
    ],
  }),
);
