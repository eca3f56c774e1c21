/** What is in somebody's calendar: hearings, last days to appeal, and what they have to do by when. Pure. */
import { written } from '../cases/calendar';
import { dayOf } from '../cases/problems';
import type { Office } from '../correspondence/protocol';
import type { Language, Words } from '../correspondence/words';
import type { Links } from '../mail/reminder-mail';
import { answering, type Cause, type CaseKind } from '../reminders/causes/causes';
import { caseName, causeDetails, joined, missingPapers } from '../reminders/causes/words';

export type Entry = {
  /** The same for ever, so that a calendar program changes the entry that it has. */
  uid: string;
  changedAt: string;
  /** From when to when; of what is due, its day. */
  time: { startsAt: string; endsAt: string } | { day: string };
  summary: string;
  location: string | null;
  description: string;
  /** Its record in Twenty. */
  url: string;
  /** How long before the beginning (of a day: its midnight) to sound. */
  alarmsBeforeMs: number[];
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Where nobody said how long a hearing takes. */
const HEARING_MS = HOUR_MS;

const KIND: Record<CaseKind, Words> = {
  HEARING: { en: 'Court hearing', ru: 'Судебное заседание' },
  APPEAL_DEADLINE: { en: 'Last day to appeal', ru: 'Последний день обжалования' },
  REQUEST_REPLY: { en: 'Reply to a request due', ru: 'Срок ответа на запрос' },
  AWAITING_CLIENT: { en: 'Due, the client is awaited', ru: 'Срок, ждём от клиента' },
  EVENT_DUE: { en: 'Due', ru: 'Срок' },
  ASSIGNMENT_DUE: { en: 'Client’s assignment due', ru: 'Срок поручения клиента' },
};
const CASE: Words = { en: 'Case', ru: 'Дело' };
const BY: Words = { en: 'by', ru: 'до' };

/** On the morning of so many days before. */
const morningsBefore = (...days: number[]): number[] => days.map((count) => count * DAY_MS - 9 * HOUR_MS);
const ALARMS: Record<CaseKind, number[]> = {
  HEARING: [DAY_MS, HOUR_MS],
  APPEAL_DEADLINE: morningsBefore(14, 7, 3, 1),
  REQUEST_REPLY: morningsBefore(1),
  AWAITING_CLIENT: morningsBefore(1),
  EVENT_DUE: morningsBefore(1),
  ASSIGNMENT_DUE: morningsBefore(1),
};
/** By what an entry was known first it is known for ever. */
const UID_OF: Partial<Record<CaseKind, string>> = { AWAITING_CLIENT: 'EVENT_DUE', ASSIGNMENT_DUE: 'ASSIGNMENT' };

export type Speech = { language: Language; timeZone: string };

/** By what time of its day it is due; nothing where that is the whole day. */
const untilWhen = (kind: keyof typeof KIND, dueAt: string, { language, timeZone }: Speech): string | null => {
  const time = written(dueAt, { language, timeZone }).slice(-5);
  return kind === 'APPEAL_DEADLINE' || kind === 'REQUEST_REPLY' || time === '00:00' || time === '23:59' ? null : `${BY[language]} ${time}`;
};

const due = (kind: keyof typeof KIND, dueAt: string, what: string, ofCase: string, speech: Speech) => ({
  time: { day: dayOf(dueAt, speech.timeZone) },
  summary: joined(': ', joined(' ', KIND[kind][speech.language], untilWhen(kind, dueAt, speech)), joined(', ', what, ofCase)),
  location: null,
  alarmsBeforeMs: ALARMS[kind],
});

const entryOf = (cause: Cause, speech: Speech, links: Links): Entry | null => {
  const { kind, record, dueAt } = cause;
  if (dueAt === null) return null;
  const { language } = speech;
  const ofCase = caseName(cause);
  const base = {
    uid: `${UID_OF[kind] ?? kind}-${record.id}@legal-desk`,
    changedAt: record.updatedAt,
    url: cause.caseEventId === null ? links.record('clientAssignment', cause.clientAssignmentId) : links.record('caseEvent', cause.caseEventId),
    description: joined('\n', causeDetails(cause), missingPapers(cause, language), ofCase && `${CASE[language]} ${ofCase}`),
  };
  if (cause.kind !== 'HEARING') return { ...base, ...due(kind, dueAt, causeDetails(cause), ofCase, speech) };
  const { endsAt } = cause.record;
  const ends = endsAt !== null && Date.parse(endsAt) > Date.parse(dueAt) ? Date.parse(endsAt) : Date.parse(dueAt) + HEARING_MS;
  return {
    ...base,
    time: { startsAt: dueAt, endsAt: new Date(ends).toISOString() },
    summary: joined(': ', KIND.HEARING[language], ofCase),
    location: causeDetails(cause) || null,
    alarmsBeforeMs: ALARMS.HEARING,
  };
};

/** Of those who answer, not of their substitutes: what one has to do stays in one's own calendar. */
export const entriesOf = (input: { memberId: string; causes: Cause[]; office: Office; speech: Speech; links: Links }): Entry[] => {
  const { memberId, causes, office, speech, links } = input;
  return causes.filter((cause) => answering(cause, office).includes(memberId)).flatMap((cause) => entryOf(cause, speech, links) ?? []);
};
