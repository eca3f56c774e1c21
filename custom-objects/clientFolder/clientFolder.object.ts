import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';

const { text, problem } = fieldsOf('clientFolder');

export default defineObject(
  object({
    name: 'clientFolder',
    plural: 'clientFolders',
    label: 'Client folder',
    labelPlural: 'Client folders',
    icon: 'IconFolder',
    description: 'A folder of clients in the firm’s archive: what it is called and where it lies tells directions and regions',
    labelField: 'name',
    fields: [
      text('name', 'Name'),
      text('path', 'Path', { icon: 'IconFolders', description: 'From the top of the tree; kept by the workers' }),
      problem(),
    ],
  }),
);
