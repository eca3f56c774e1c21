import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';

const { text } = fieldsOf('clientDirection');

export default defineObject(
  object({
    name: 'clientDirection',
    plural: 'clientDirections',
    label: 'Direction of a client',
    labelPlural: 'Directions of clients',
    icon: 'IconBinaryTree',
    description: 'A direction of law that a client’s matters are of',
    labelField: 'name',
    isSearchable: false,
    fields: [
      text('name', 'Name'),
    ],
  }),
);
