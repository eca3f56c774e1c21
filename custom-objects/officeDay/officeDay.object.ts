import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';

const { text, date, boolean } = fieldsOf('officeDay');

export default defineObject(
  object({
    name: 'officeDay',
    plural: 'officeDays',
    label: 'Special day',
    labelPlural: 'Special days',
    icon: 'IconCalendarOff',
    description: 'A day on which the office works otherwise than on its weekday: a holiday, a short day, a Saturday worked',
    labelField: 'name',
    isSearchable: false,
    fields: [
      text('name', 'Name'),
      date('day', 'Day'),
      boolean('isWorking', 'Working day', false),
      text('opensAt', 'Opens at', { icon: 'IconClock', description: 'Such as 10:00; empty: as usual' }),
      text('closesAt', 'Closes at', { icon: 'IconClock', description: 'Such as 15:00; empty: as usual' }),
    ],
  }),
);
