import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';

const { text, integer, json } = fieldsOf('importPart');

export default defineObject(
  object({
    name: 'importPart',
    plural: 'importParts',
    label: 'Part of an import',
    labelPlural: 'Parts of imports',
    icon: 'IconFileSearch',
    description: 'What became of a thousand lines of a file',
    labelField: 'name',
    isSearchable: false,
    fields: [
      text('name', 'Name'),
      integer('firstLine', 'First line'),
      integer('lastLine', 'Last line'),
      json('lines', 'Lines'),
    ],
  }),
);
