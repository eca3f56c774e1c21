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
  ['ASSIGNMENT_DUE', 'Assignment due', 'turquoise'],
);

/** In the order of the week; its first three letters name a day in `WORKING_HOURS`. */
export const WEEKDAY = options(
  ['MONDAY', 'Monday', 'blue'],
  ['TUESDAY', 'Tuesday', 'blue'],
  ['WEDNESDAY', 'Wednesday', 'blue'],
  ['THURSDAY', 'Thursday', 'blue'],
  ['FRIDAY', 'Friday', 'blue'],
  ['SATURDAY', 'Saturday', 'orange'],
  ['SUNDAY', 'Sunday', 'orange'],
);

/** How a reminder reaches people besides Twenty itself. */
export const CHANNEL = options(['EMAIL', 'E-mail', 'sky'], ['WEBHOOK', 'Messenger', 'purple']);

export const SERVICE_STATE = options(['WORKING', 'Working', 'green'], ['FAILING', 'Failing', 'red'], ['OFF', 'Off', 'gray']);

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

export const EVENT_GROUP = options(
  ['INTAKE', 'Intake', 'sky'],
  ['EVIDENCE', 'Evidence', 'blue'],
  ['COURT', 'Court', 'orange'],
  ['DECISION', 'Decision', 'purple'],
  ['RECOVERY', 'Recovery', 'turquoise'],
  ['CLOSING', 'Closing', 'gray'],
);

export const COMPLETION = options(
  ['PLANNED', 'Planned', 'sky'],
  ['IN_PROGRESS', 'In progress', 'blue'],
  ['WAITING', 'Awaiting from client', 'yellow'],
  ['COMPLETED', 'Completed', 'green'],
  ['CANCELLED', 'Cancelled', 'gray'],
);

export const RESPONSIBILITY = options(
  ['LEAD', 'Lead', 'purple'],
  ['CO_RESPONSIBLE', 'Co-responsible', 'blue'],
  ['OBSERVER', 'Observer', 'gray'],
);

/** Which section of particulars the first visit asks for. */
export const PARTICULARS = options(
  ['RAILWAY', 'Railway', 'blue'],
  ['MILITARY', 'Military service', 'green'],
  ['DISASTER', 'Man-made disaster', 'red'],
  ['OCCUPATIONAL', 'Work', 'orange'],
);

export const VISIT_STATUS = options(['DRAFT', 'Draft', 'gray'], ['TAKEN', 'Taken', 'green']);

export const INJURY_KIND = options(
  ['OCCUPATIONAL_DISEASE', 'Occupational disease', 'orange'],
  ['INJURY', 'Injury', 'red'],
  ['LOSS_OF_BREADWINNER', 'Loss of breadwinner', 'purple'],
);

export const REQUEST_STATUS = options(
  ['DRAFT', 'Draft', 'gray'],
  ['SENT', 'Sent', 'blue'],
  ['ANSWERED', 'Answered', 'green'],
  ['REFUSED', 'Refused', 'red'],
);

export const DOCUMENT_STATUS = options(
  ['REQUIRED', 'Required', 'orange'],
  ['REQUESTED', 'Requested', 'blue'],
  ['RECEIVED', 'Received', 'green'],
  ['REJECTED', 'Rejected', 'red'],
  ['NOT_NEEDED', 'Not needed', 'gray'],
);

export const INSTANCE = options(
  ['FIRST', 'First instance', 'blue'],
  ['APPEAL', 'Appeal', 'yellow'],
  ['CASSATION', 'Cassation', 'orange'],
  ['SUPERVISORY', 'Supervisory', 'red'],
);

export const HEARING_OUTCOME = options(
  ['SCHEDULED', 'Scheduled', 'blue'],
  ['HELD', 'Held', 'green'],
  ['ADJOURNED', 'Adjourned', 'orange'],
  ['CANCELLED', 'Cancelled', 'gray'],
);

export const DECISION_OUTCOME = options(
  ['GRANTED', 'Granted', 'green'],
  ['PARTLY_GRANTED', 'Granted in part', 'turquoise'],
  ['DENIED', 'Denied', 'red'],
  ['SETTLED', 'Settled', 'blue'],
  ['DISMISSED', 'Dismissed', 'gray'],
);

export const ASSIGNMENT_STATUS = options(
  ['NEW', 'New', 'sky'],
  ['IN_PROGRESS', 'In progress', 'blue'],
  ['DONE', 'Done', 'green'],
  ['CANCELLED', 'Cancelled', 'gray'],
);

export const RUN_STATUS = options(
  ['REQUESTED', 'Requested', 'sky'],
  ['RUNNING', 'Under way', 'blue'],
  ['DONE', 'Finished', 'green'],
  ['STOPPED', 'Stopped', 'gray'],
  ['FAILED', 'Failed', 'red'],
);

export const RUN_SCOPE = options(['ALL', 'All clients', 'blue'], ['SELECTED', 'Selected clients', 'purple']);

export const PROPOSAL_STATUS = options(
  ['PROPOSED', 'Proposed', 'orange'],
  ['CONFIRMED', 'Confirmed', 'blue'],
  ['REJECTED', 'Rejected', 'gray'],
  ['APPLIED', 'Applied', 'green'],
);

export const IMPORT_KIND = options(
  ['CLIENTS', 'Clients', 'sky'],
  ['FOLDERS', 'Folders', 'yellow'],
  ['CASES', 'Cases', 'blue'],
  ['EVENTS', 'Events', 'turquoise'],
  ['LETTERS', 'Letters', 'orange'],
);

export const IMPORT_STATUS = options(
  ['NEW', 'New', 'sky'],
  ['CHECKING', 'Being checked', 'yellow'],
  ['CHECKED', 'Checked', 'turquoise'],
  ['REQUESTED', 'To be imported', 'orange'],
  ['RUNNING', 'Under way', 'blue'],
  ['DONE', 'Finished', 'green'],
  ['STOPPED', 'Stopped', 'gray'],
  ['FAILED', 'Failed', 'red'],
);

type ValueOf<T extends readonly { value: string }[]> = T[number]['value'];
export type Flow = ValueOf<typeof FLOW>;
export type LetterStatus = ValueOf<typeof LETTER_STATUS>;
export type LetterAction = ValueOf<typeof LETTER_ACTION>;
export type Outcome = ValueOf<typeof OUTCOME>;
export type Membership = ValueOf<typeof MEMBERSHIP>;
export type Weekday = ValueOf<typeof WEEKDAY>;
export type ReminderKind = ValueOf<typeof REMINDER_KIND>;
export type ChannelName = ValueOf<typeof CHANNEL>;
export type ServiceState = ValueOf<typeof SERVICE_STATE>;
export type CaseStage = ValueOf<typeof CASE_STAGE>;
export type CourtLevel = ValueOf<typeof COURT_LEVEL>;
export type FederalDistrict = ValueOf<typeof FEDERAL_DISTRICT>;
export type EventGroup = ValueOf<typeof EVENT_GROUP>;
export type Completion = ValueOf<typeof COMPLETION>;
export type Responsibility = ValueOf<typeof RESPONSIBILITY>;
export type Particulars = ValueOf<typeof PARTICULARS>;
export type VisitStatus = ValueOf<typeof VISIT_STATUS>;
export type InjuryKind = ValueOf<typeof INJURY_KIND>;
export type RequestStatus = ValueOf<typeof REQUEST_STATUS>;
export type DocumentStatus = ValueOf<typeof DOCUMENT_STATUS>;
export type Instance = ValueOf<typeof INSTANCE>;
export type HearingOutcome = ValueOf<typeof HEARING_OUTCOME>;
export type DecisionOutcome = ValueOf<typeof DECISION_OUTCOME>;
export type AssignmentStatus = ValueOf<typeof ASSIGNMENT_STATUS>;
