/** Events: those that follow from the records of a case, and the clock of all of them. */
import type { Bundle, EventKind, Part } from './bundle';
import { addDays, daysBetween, midnight, rounded } from './calendar';
import { eventTitle, decisionDetails, kindName, personName, type KindCode, type Speech } from './words';

export type Completion = NonNullable<Part<'caseEvents'>['completion']>;

/** The records that have an event of their own. */
export const SATELLITES = ['firstVisits', 'attorneyRequests', 'courtFilings', 'courtHearings', 'courtDecisions'] as const;
export type SatelliteName = (typeof SATELLITES)[number];

/** What a record says about its event. */
export type EventFacts = {
  code: KindCode;
  details: (string | null | undefined | false)[];
  startedAt: string | null;
  dueAt: string | null;
  completedAt: string | null;
  completion: Completion;
  courtId: string | null;
};

const GROUPS: Record<KindCode, NonNullable<EventKind['eventGroup']>> = {
  FIRST_VISIT: 'INTAKE',
  ATTORNEY_REQUEST: 'EVIDENCE',
  TRANSFER_TO_COURT: 'COURT',
  TRANSFER_TO_HIGHER_COURT: 'COURT',
  COURT_HEARING: 'COURT',
  COURT_DECISION: 'DECISION',
};
export const groupOfCode = (code: KindCode) => GROUPS[code];

type Rules = { [Name in SatelliteName]: (record: Part<Name>, speech: Speech, appealDueAt: string | null) => EventFacts };

const NO_TIMES = { startedAt: null, dueAt: null, completedAt: null, courtId: null };

const RULES: Rules = {
  firstVisits: ({ visitedAt, client }, { language }) => ({
    ...NO_TIMES,
    code: 'FIRST_VISIT',
    details: [personName(client, language)],
    startedAt: visitedAt,
    completedAt: visitedAt,
    completion: visitedAt ? 'COMPLETED' : 'PLANNED',
  }),
  attorneyRequests: ({ subject, addressee, status, ...days }, { timeZone }) => {
    const at = (day: string | null) => day && midnight(day, timeZone);
    const isOver = status === 'ANSWERED' || status === 'REFUSED';
    return {
      ...NO_TIMES,
      code: 'ATTORNEY_REQUEST',
      details: [subject ?? addressee?.name],
      startedAt: at(days.sentAt),
      dueAt: at(days.dueAt),
      completedAt: isOver ? at(days.answeredAt) : null,
      completion: isOver ? 'COMPLETED' : status === 'SENT' ? 'IN_PROGRESS' : 'PLANNED',
    };
  },
  courtFilings: ({ instance, filedAt, acceptedAt, courtId, court }, { timeZone }) => ({
    ...NO_TIMES,
    code: instance === null || instance === 'FIRST' ? 'TRANSFER_TO_COURT' : 'TRANSFER_TO_HIGHER_COURT',
    details: [court?.name],
    startedAt: filedAt && midnight(filedAt, timeZone),
    completedAt: acceptedAt && midnight(acceptedAt, timeZone),
    completion: acceptedAt ? 'COMPLETED' : filedAt ? 'IN_PROGRESS' : 'PLANNED',
    courtId,
  }),
  courtHearings: ({ scheduledAt, endsAt, outcome, courtId, court, room }) => {
    const isOver = outcome === 'HELD' || outcome === 'ADJOURNED';
    return {
      code: 'COURT_HEARING',
      details: [court?.name, room],
      startedAt: scheduledAt,
      dueAt: scheduledAt,
      completedAt: isOver ? (endsAt ?? scheduledAt) : null,
      completion: isOver ? 'COMPLETED' : outcome === 'CANCELLED' ? 'CANCELLED' : 'PLANNED',
      courtId,
    };
  },
  courtDecisions: (decision, speech, appealDueAt) => {
    const { decidedAt, courtFiling, courtId } = decision;
    const at = (day: string | null | undefined) => (day ? midnight(day, speech.timeZone) : null);
    return {
      code: 'COURT_DECISION',
      details: decisionDetails(decision, appealDueAt, speech),
      startedAt: at(courtFiling?.filedAt ?? decidedAt),
      // So that one calendar shows hearings and the days to appeal.
      dueAt: at(appealDueAt),
      completedAt: at(decidedAt),
      completion: decidedAt ? 'COMPLETED' : 'PLANNED',
      courtId,
    };
  },
};

/** The event that follows from a record; null where none does: what is only a draft is none yet. */
export const eventFactsOf = <Name extends SatelliteName>(
  name: Name,
  record: Part<Name>,
  speech: Speech,
  appealDueAt: string | null,
): EventFacts | null => ('visitStatus' in record && record.visitStatus === 'DRAFT' ? null : RULES[name](record, speech, appealDueAt));

export const factsTitle = ({ code, details }: EventFacts, kind: EventKind | undefined, speech: Speech): string =>
  eventTitle(kindName(code, kind?.name, speech), ...details);

type Clock = Pick<Part<'caseEvents'>, 'completion' | 'startedAt' | 'dueAt' | 'completedAt' | 'actualDays' | 'waitedDays' | 'waitingSince' | 'missingDocuments'>;

export const isOpen = (completion: Completion | null): boolean =>
  completion === null || completion === 'PLANNED' || completion === 'IN_PROGRESS' || completion === 'WAITING';
export const isBegun = (completion: Completion | null): boolean =>
  completion === 'IN_PROGRESS' || completion === 'WAITING' || completion === 'COMPLETED';

const isEarlier = (one: string, other: string): boolean => Date.parse(one) < Date.parse(other);

/** How an event of a plain kind stands, with what its people left out. */
export const plainTimes = (event: Part<'caseEvents'>, kind: EventKind | undefined, now: Date) => {
  const { updatedAt } = event;
  const said: Completion = event.completion ?? 'PLANNED';
  // Only what was once completed has taken days: open again it has no completion yet. Else who fills in the time completes it by that.
  const isReopened = isOpen(said) && event.actualDays !== null;
  const isCompleted = isOpen(said) && !isReopened && event.completedAt !== null && Date.parse(event.completedAt) <= now.getTime();
  const isAwaiting = isOpen(said) && kind?.code === 'AWAITING_CLIENT';
  const completion: Completion = isCompleted ? 'COMPLETED' : isAwaiting ? 'WAITING' : said;
  const completedAt = isReopened ? null : (event.completedAt ?? (completion === 'COMPLETED' ? updatedAt : null));
  const seenAt = completedAt !== null && isEarlier(completedAt, updatedAt) ? completedAt : updatedAt;
  const startedAt = event.startedAt ?? (isBegun(completion) ? seenAt : null);
  const norm = kind?.normDays ?? null;
  const dueAt = event.dueAt ?? (startedAt && norm !== null && norm >= 0 ? addDays(startedAt, norm) : null);
  // Such an event is nothing but waiting, from its beginning on.
  const awaitedFrom = kind?.code === 'AWAITING_CLIENT' && startedAt && isEarlier(startedAt, updatedAt) ? startedAt : null;
  return { completion, startedAt, dueAt, completedAt, awaitedFrom };
};

/**
 * The clock of an event: it stands while the client is awaited.
 *
 * @param before the event as the server has it, with when it was last written
 */
export const clockOf = (
  before: Pick<Part<'caseEvents'>, 'waitedDays' | 'waitingSince' | 'missingDocuments'> & { updatedAt: string },
  now: { completion: Completion; startedAt: string | null; dueAt: string | null; completedAt: string | null; awaitedFrom: string | null },
  missing: string | null,
): Clock => {
  const { completion, startedAt, dueAt, completedAt, awaitedFrom } = now;
  const isWaiting = completion === 'WAITING';
  const { waitingSince } = before;
  let waitedDays = before.waitedDays === null ? null : Math.max(0, before.waitedDays);
  if (!isWaiting && waitingSince !== null) {
    // Who completes it may say that it was completed earlier than they say so.
    const until = completion === 'COMPLETED' && completedAt && isEarlier(completedAt, before.updatedAt) ? completedAt : before.updatedAt;
    waitedDays = rounded((waitedDays ?? 0) + Math.max(0, daysBetween(waitingSince, until)), 3);
  }
  const took = startedAt && completedAt && completion === 'COMPLETED' ? daysBetween(startedAt, completedAt) : null;
  return {
    completion,
    startedAt,
    dueAt,
    completedAt,
    waitingSince: isWaiting ? (waitingSince ?? awaitedFrom ?? before.updatedAt) : null,
    waitedDays,
    missingDocuments: isWaiting ? missing : null,
    actualDays: took === null || took < 0 ? null : Math.max(0, rounded(took - (waitedDays ?? 0), 1)),
  };
};

const MISSING: readonly (string | null)[] = ['REQUIRED', 'REQUESTED', 'REJECTED'];

/** The papers of a case that are still missing, one a line. */
export const missingDocuments = (documents: Bundle['caseDocuments']): string | null =>
  documents
    .filter(({ status }) => status === null || MISSING.includes(status))
    .map(({ name, requirement }) => name ?? requirement?.name)
    .filter((name) => name)
    .sort()
    .join('\n') || null;
