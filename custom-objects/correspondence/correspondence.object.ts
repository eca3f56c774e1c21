import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';
import { DELIVERY_METHOD, FLOW, LETTER_STATUS } from '../vocabulary';

const { text, uniqueText, select, date, dateTime, integer, files } = fieldsOf('correspondence');

/** What people write: the facts about a letter. */
const facts = [
  text('subject', 'Subject', { icon: 'IconMail' }),
  select('flow', 'Flow', FLOW, 'INCOMING', { icon: 'IconArrowsLeftRight' }),
  date('documentDate', 'Dated', { description: 'The date that the letter itself bears' }),
  select('deliveryMethod', 'Delivery', DELIVERY_METHOD, null, { icon: 'IconTruckDelivery' }),
  text('trackingNumber', 'Tracking', { icon: 'IconBarcode' }),
  dateTime('dueAt', 'Due', { description: 'By when the letter must be dealt with' }),
  text('originalPlace', 'Original in', { icon: 'IconArchive', description: 'Where the paper original is kept' }),
  files('files', 'Files'),
];

/** What follows from the history rows: only the workers write it. */
const consequences = [
  uniqueText('number', 'Number', { icon: 'IconHash', description: 'Given by the workers when the letter is registered' }),
  dateTime('registeredAt', 'Registered'),
  select('status', 'Status', LETTER_STATUS, null, { icon: 'IconProgressCheck' }),
  dateTime('heldSince', 'Held since', { description: 'When the holder accepted the letter' }),
  dateTime('handedOverAt', 'Handed over', { description: 'Since when the letter awaits acceptance' }),
  select('resumeStatus', 'Returns to', LETTER_STATUS, null, {
    description: 'The status that a rejection, a recall or a find brings back',
  }),
  integer('step', 'Step', { description: 'How many history rows have been applied to the letter' }),
];

export default defineObject(
  object({
    name: 'correspondence',
    plural: 'correspondences',
    label: 'Letter',
    labelPlural: 'Letters',
    icon: 'IconMail',
    description: 'An incoming or outgoing letter and where it is now',
    labelField: 'subject',
    fields: [...facts, ...consequences],
  }),
);
