import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';
import { CHANNEL, WEEKDAY } from '../vocabulary';

const { text, dateTime, multiSelect } = fieldsOf('office');

export default defineObject(
  object({
    name: 'office',
    plural: 'offices',
    label: 'Office',
    labelPlural: 'Offices',
    icon: 'IconBuilding',
    description: 'The office’s time zone and working hours, by which reminders go',
    labelField: 'name',
    isSearchable: false,
    fields: [
      text('name', 'Name'),
      text('timeZone', 'Time zone', { description: 'In it days begin and end, also in reports. The workers write it from their setting OFFICE_TIME_ZONE' }),
      multiSelect('workingDays', 'Working days', WEEKDAY, {
        description: 'Reminders outside the working hours wait for the next opening. Empty days and hours: as the workers are set up (WORKING_HOURS), else always',
      }),
      text('opensAt', 'Opens at', { icon: 'IconClock', description: 'Such as 09:00, in the office’s time zone' }),
      text('closesAt', 'Closes at', { icon: 'IconClock', description: 'Such as 18:00; 24:00 is midnight' }),
      text('calendarProblem', 'Problem of the calendar', {
        icon: 'IconAlertTriangle',
        description: 'What is wrong with the working hours; what is wrong counts as not set. Found by the workers',
      }),
      dateTime('workersSeenAt', 'Workers seen', { icon: 'IconHeartbeat', description: 'When the workers last gave a sign of life: they do it every minute' }),
      multiSelect('channels', 'Channels', CHANNEL, { description: 'What the workers are set up for to send reminders by, besides Twenty itself' }),
      text('feedAddress', 'Address of the calendars', { icon: 'IconWorld', description: 'Where calendar programs find the workers: their setting PUBLIC_URL' }),
    ],
  }),
);
