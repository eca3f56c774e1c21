import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';
import { EVENT_GROUP } from '../vocabulary';

const { text, select, integer, decimal, json } = fieldsOf('eventDuration');

export default defineObject(
  object({
    name: 'eventDuration',
    plural: 'eventDurations',
    label: 'Event duration',
    labelPlural: 'Event durations',
    icon: 'IconHourglass',
    description: 'How long events really take, by group, direction and court',
    labelField: 'name',
    isSearchable: false,
    fields: [
      text('name', 'Name'),
      select('eventGroup', 'Group', EVENT_GROUP),
      integer('completedCount', 'Completed'),
      decimal('averageDays', 'Average, days'),
      decimal('medianDays', 'Median, days'),
      decimal('p90Days', '90% within', { description: 'Nine of ten such events took no more days than this' }),
      decimal('longestDays', 'Longest, days'),
      json('distribution', 'Distribution', { description: 'How many events took how many days: rows merge exactly by it' }),
    ],
  }),
);
