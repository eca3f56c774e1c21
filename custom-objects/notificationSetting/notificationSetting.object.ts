import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';
import { CHANNEL } from '../vocabulary';

const { text, boolean, multiSelect } = fieldsOf('notificationSetting');

export default defineObject(
  object({
    name: 'notificationSetting',
    plural: 'notificationSettings',
    label: 'Notification setting',
    labelPlural: 'Notification settings',
    icon: 'IconBellCog',
    description: 'How somebody wants to be reminded. It counts only as its owner wrote it',
    labelField: 'name',
    isSearchable: false,
    fields: [
      text('name', 'Name'),
      multiSelect('channels', 'Channels', CHANNEL, { description: 'By which reminders come, besides those in Twenty itself' }),
      boolean('wantsDigest', 'Morning digest', true, { description: 'An e-mail each morning with what the day asks for' }),
      text('feedKey', 'Key of the calendar', { icon: 'IconKey', description: 'The fingerprint of the secret in the calendar’s address; the secret itself is kept nowhere' }),
    ],
  }),
);
