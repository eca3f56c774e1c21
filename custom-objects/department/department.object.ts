import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';

const { text, boolean, problem } = fieldsOf('department');

export default defineObject(
  object({
    name: 'department',
    plural: 'departments',
    label: 'Department',
    labelPlural: 'Departments',
    icon: 'IconSitemap',
    description: 'A part of the firm to which letters and cases are given',
    labelField: 'name',
    fields: [
      text('name', 'Name'),
      boolean('isRegistry', 'Registry', false, {
        icon: 'IconMailbox',
        description: 'Receives and hands out the mail: its people may hand over letters that are only registered',
      }),
      problem(),
    ],
  }),
);
