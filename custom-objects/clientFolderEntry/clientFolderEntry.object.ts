import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';

const { text, problem } = fieldsOf('clientFolderEntry');

export default defineObject(
  object({
    name: 'clientFolderEntry',
    plural: 'clientFolderEntries',
    label: 'Client in a folder',
    labelPlural: 'Clients in folders',
    icon: 'IconFileSymlink',
    description: 'That a client lies in a folder; one may lie in several',
    labelField: 'name',
    isSearchable: false,
    fields: [
      text('name', 'Name'),
      problem(),
    ],
  }),
);
