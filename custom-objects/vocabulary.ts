/** The values of every SELECT field, with the English word and the colour a person sees. Russian words are in `locales/ru-RU.json`. */

type Option<Value extends string> = { value: Value; label: string; color: string };

const options = <const Value extends string>(...rows: [Value, string, string][]): Option<Value>[] =>
  rows.map(([value, label, color]) => ({ value, label, color }));

export const FLOW = options(['INCOMING', 'Incoming', 'blue'], ['OUTGOING', 'Outgoing', 'purple']);

export const LETTER_STATUS = options(
  ['REGISTERED', 'Registered', 'sky'],
  ['HANDED_OVER', 'Handed over', 'orange'],
  ['IN_WORK', 'In work', 'blue'],
  ['DONE', 'Done', 'green'],
  ['SENT', 'Sent', 'turquoise'],
  ['DELIVERED', 'Delivered', 'green'],
  ['UNDELIVERED', 'Undelivered', 'red'],
  ['ARCHIVED', 'Archived', 'gray'],
  ['LOST', 'Lost', 'red'],
);

export const DELIVERY_METHOD = options(
  ['POST', 'Post', 'gray'],
  ['REGISTERED_POST', 'Registered post', 'blue'],
  ['COURIER', 'Courier', 'orange'],
  ['IN_PERSON', 'In person', 'green'],
  ['EMAIL', 'E-mail', 'sky'],
  ['COURT_PORTAL', 'Court portal', 'purple'],
  ['OTHER', 'Other', 'gray'],
);

export const LETTER_ACTION = options(
  ['REGISTER', 'Registered', 'sky'],
  ['HAND_OVER', 'Handed over', 'orange'],
  ['ACCEPT', 'Accepted', 'blue'],
  ['REJECT', 'Rejected', 'red'],
  ['RECALL', 'Recalled', 'yellow'],
  ['COMPLETE', 'Completed', 'green'],
  ['SEND', 'Sent', 'turquoise'],
  ['DELIVER', 'Delivered', 'green'],
  ['RETURN_UNDELIVERED', 'Returned undelivered', 'red'],
  ['ARCHIVE', 'Archived', 'gray'],
  ['REPORT_LOST', 'Reported lost', 'red'],
  ['FOUND', 'Found', 'green'],
);

export const OUTCOME = options(
  ['PENDING', 'Pending', 'gray'],
  ['APPLIED', 'Applied', 'green'],
  ['REFUSED', 'Refused', 'red'],
);

export const MEMBERSHIP = options(
  ['HEAD', 'Head', 'purple'],
  ['DEPUTY', 'Deputy', 'blue'],
  ['MEMBER', 'Member', 'gray'],
);

export const REMINDER_KIND = options(
  ['CORRESPONDENCE', 'Correspondence', 'orange'],
  ['HEARING', 'Court hearing', 'purple'],
  ['APPEAL_DEADLINE', 'Appeal deadline', 'red'],
  ['REQUEST_REPLY', 'Reply to a request', 'blue'],
  ['AWAITING_CLIENT', 'Awaiting from client', 'yellow'],
  ['EVENT_DUE', 'Event due', 'sky'],
);

export const INCIDENT_KIND = options(['ROW_CHANGED', 'Applied row changed', 'red']);

export const CASE_STAGE = options(
  ['INTAKE', 'Intake', 'sky'],
  ['EVIDENCE', 'Evidence', 'blue'],
  ['PRETRIAL', 'Pre-trial', 'purple'],
  ['FIRST_INSTANCE', 'First instance', 'orange'],
  ['APPEAL', 'Appeal', 'yellow'],
  ['CASSATION', 'Cassation', 'red'],
  ['ENFORCEMENT', 'Enforcement', 'turquoise'],
  ['ARCHIVED', 'Archived', 'gray'],
);

export const COURT_LEVEL = options(
  ['MAGISTRATE', 'Magistrate', 'gray'],
  ['DISTRICT', 'District court', 'sky'],
  ['REGIONAL', 'Regional court', 'blue'],
  ['APPELLATE', 'Court of appeal', 'purple'],
  ['CASSATION', 'Court of cassation', 'orange'],
  ['SUPREME', 'Supreme court', 'red'],
  ['ARBITRATION', 'Commercial (arbitrazh) court', 'turquoise'],
  ['MILITARY', 'Military court', 'green'],
);

export const FEDERAL_DISTRICT = options(
  ['CENTRAL', 'Central', 'blue'],
  ['NORTHWESTERN', 'Northwestern', 'sky'],
  ['SOUTHERN', 'Southern', 'orange'],
  ['NORTH_CAUCASIAN', 'North Caucasian', 'red'],
  ['VOLGA', 'Volga', 'green'],
  ['URAL', 'Ural', 'purple'],
  ['SIBERIAN', 'Siberian', 'turquoise'],
  ['FAR_EASTERN', 'Far Eastern', 'yellow'],
);

type ValueOf<T extends readonly { value: string }[]> = T[number]['value'];
export type Flow = ValueOf<typeof FLOW>;
export type LetterStatus = ValueOf<typeof LETTER_STATUS>;
export type LetterAction = ValueOf<typeof LETTER_ACTION>;
export type Outcome = ValueOf<typeof OUTCOME>;
export type Membership = ValueOf<typeof MEMBERSHIP>;
