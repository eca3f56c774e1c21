import { incidentId, registerRowId } from '../identifiers';
import type { AppliedRow, HistoryRecord, HistoryWrite, LetterRecord, LetterWrite } from './letters';
import {
  decide, dependsOnOffice, headOf, isMember, register,
  type HistoryRow, type LetterState, type Office, type Refusal,
} from './protocol';
import { incidentName, incidentText, languageOfMember, refusalText, rowName } from './words';

/** What was found to work on: history rows with their letters, letters that no number was given to yet, and those of astray rows. */
export type Found = { rows: HistoryRecord[]; unregistered: LetterRecord[]; strayed: LetterRecord[] };

export type HandOver = { letter: LetterState; rowId: string; reason: string | null };
export type EndedHandOver = { letterId: string; handedOverAt: string };

export type Incident = { id: string; historyId: string; memberId: string | null; changes: Change[] } & Record<string, unknown>;
export type Change = { field: keyof AppliedRow; applied: unknown; found: unknown };

/** Everything that one look leads to, to be written in this order. */
export type Plan = {
  incidents: Incident[];
  history: HistoryWrite[];
  letters: LetterWrite[];
  /** Hand-overs that begin or end by it, for the reminders. */
  opened: HandOver[];
  ended: EndedHandOver[];
  /** Whether a fresher picture of the office could change a decision. */
  wantsFreshOffice: boolean;
};

export const oldestFirst = (one: { updatedAt: string; id: string }, other: { updatedAt: string; id: string }): number =>
  Date.parse(one.updatedAt) - Date.parse(other.updatedAt) || (one.id < other.id ? -1 : 1);

const appliedOf = (row: HistoryRecord) => (row.applied === null || row.applied === 'UNREADABLE' ? null : row.applied);

const recordsOf = ({ rows, unregistered, strayed }: Found): Map<string, LetterRecord> =>
  new Map([...unregistered, ...strayed, ...rows.flatMap((row) => row.correspondence ?? [])].map((letter) => [letter.id, letter]));

/** Each letter as its newest applied row left it. */
const appliedStates = (rows: HistoryRecord[]): Map<string, LetterState> => {
  const states = new Map<string, LetterState>();
  for (const row of rows) {
    const letter = appliedOf(row)?.letter;
    if (letter && letter.step > (states.get(letter.id)?.step ?? 0)) states.set(letter.id, letter);
  }
  return states;
};

const stateOf = ({ updatedAt: _, updatedBy: __, ...state }: LetterRecord): LetterState => state;

/** The record, or the newest applied row where a crash left the record behind it. */
const current = (record: LetterRecord, applied: LetterState | undefined): LetterState =>
  applied && applied.step > record.step
    ? { ...applied, subject: record.subject, number: record.number ?? applied.number }
    : stateOf(record);

/**
 * The letters that want a number, in the order in which the server wrote them.
 *
 * @param contested numbers kept in applied rows are taken by other letters: give these letters new ones
 */
export const withoutNumber = (found: Found, contested: boolean): LetterRecord[] => {
  const applied = appliedStates(found.rows);
  return [...recordsOf(found).values()]
    .filter((record) => record.number === null && (contested || current(record, applied.get(record.id)).number === null))
    .sort(oldestFirst);
};

// Twenty may give the same moment in another notation.
const same = (field: keyof AppliedRow, one: unknown, other: unknown): boolean =>
  field === 'occurredAt' ? Date.parse(String(one)) === Date.parse(String(other)) : (one || null) === (other || null);

const changesOf = (record: HistoryRecord, row: AppliedRow): Change[] =>
  (Object.keys(row) as (keyof AppliedRow)[])
    .filter((field) => !same(field, row[field], record[field]))
    // A row that was refused as it named no letter may yet get one back from the bin.
    .filter((field) => field !== 'correspondenceId' || row.correspondenceId !== null)
    .map((field) => ({ field, applied: row[field], found: record[field] }));

/**
 * The letters whose applied rows name another letter, or none. Twenty gives none both for a row that someone took away from its
 * letter and for one whose letter is in the bin or destroyed; whether the letter lives tells which.
 */
export const strayedFrom = (rows: HistoryRecord[]): string[] => {
  const letterIds = rows.flatMap((row) => {
    const letterId = appliedOf(row)?.row.correspondenceId ?? null;
    return letterId !== null && letterId !== row.correspondenceId ? [letterId] : [];
  });
  return [...new Set(letterIds)];
};

/** Whether there is nothing to decide, to number, to mend or to put back: what most looks come to. */
export const isQuiet = (found: Found): boolean => {
  const applied = appliedStates(found.rows);
  return (
    found.unregistered.length === 0 &&
    found.rows.every((row) => {
      const kept = appliedOf(row);
      return row.applied !== null && (kept === null || (row.updatedBy === null && changesOf(row, kept.row).length === 0));
    }) &&
    [...recordsOf(found).values()].every((record) => record.step >= (applied.get(record.id)?.step ?? 0))
  );
};

export const plan = (input: {
  found: Found;
  numbers: Map<string, string>;
  office: Office;
  timeZone: string;
  /** What the ids of rows are made with that people must not guess. */
  secret: string;
}): Plan => {
  const { found, numbers, office, timeZone, secret } = input;
  const result: Plan = { incidents: [], history: [], letters: [], opened: [], ended: [], wantsFreshOffice: false };
  const records = recordsOf(found);
  const applied = appliedStates(found.rows);
  const decidedRows = new Map<string, HistoryRow[]>();

  const record = (row: HistoryRow, letter: LetterState | null, refusal: Refusal | null) => {
    const language = languageOfMember(office, row.actorId);
    const { id, outcome, ...rest } = row;
    if (outcome === 'PENDING') throw new Error('A decided row is applied or refused');
    const write: AppliedRow = {
      ...rest,
      outcome,
      name: rowName(row, { office, language }),
      refusal: refusal && refusalText(refusal, { office, language, timeZone }),
    };
    result.history.push({ id, ...writable(write), applied: { v: 1, row: write, letter } });
    if (refusal ? dependsOnOffice(refusal.code) : row.actorId !== null && !isMember(office, row.actorId)) result.wantsFreshOffice = true;
  };

  const undecided = found.rows.filter((row) => row.applied === null).sort(oldestFirst);
  const rowsOf = (letterId: string | null) => undecided.filter((row) => (row.correspondence?.id ?? null) === letterId);

  /** Decides the rows of one letter in their order, each on what the one before it left. */
  const fold = (start: LetterState | null, rows: HistoryRecord[]): LetterState | null =>
    rows.reduce<LetterState | null>((letter, { id, action, correspondenceId, reason, toMemberId, toDepartmentId, ...row }) => {
      const fact = {
        id, action, correspondenceId, reason, toMemberId, toDepartmentId,
        actorId: row.updatedBy, createdById: row.createdBy, occurredAt: row.updatedAt,
      };
      // A row is judged as of its own moment, however late the workers come to it.
      const decision = decide({ letter, row: fact, office, now: new Date(row.updatedAt) });
      if (decision.outcome === 'REFUSED') {
        record(decision.row, null, decision.refusal);
        return letter;
      }
      record(decision.row, decision.letter, null);
      decidedRows.set(decision.letter.id, [...(decidedRows.get(decision.letter.id) ?? []), decision.row]);
      return decision.letter;
    }, start);

  fold(null, rowsOf(null));

  for (const letterRecord of records.values()) {
    const before = stateOf(letterRecord);
    let letter = current(letterRecord, applied.get(letterRecord.id));
    let registeredAt: string | undefined;
    const number = numbers.get(letter.id);
    if (number !== undefined) letter = { ...letter, number };
    if (letter.number === null) continue;
    // A status without number and step is not of the workers' making; the letter begins here like any other.
    if (letter.status === null || (letter.step === 0 && before.number === null)) {
      registeredAt = letterRecord.updatedAt;
      const begun = register({
        letter, rowId: registerRowId(letter.id, secret), number: letter.number, actorId: letterRecord.updatedBy, occurredAt: registeredAt, office,
      });
      record(begun.row, begun.letter, null);
      letter = begun.letter;
    } else if (before.status === null) {
      // Healed after a crash: when it was registered is the time of the row that did it.
      const begin = found.rows.find((row) => appliedOf(row)?.row.action === 'REGISTER' && row.correspondenceId === letter.id);
      registeredAt = begin?.occurredAt ?? letterRecord.updatedAt;
    }
    letter = fold(letter, rowsOf(letter.id)) ?? letter;
    if (letter.step === before.step && letter.number === before.number) continue;
    result.letters.push({ letter, isNumbered: letter.number !== before.number || registeredAt !== undefined, registeredAt });

    if (before.handedOverAt !== letter.handedOverAt) {
      if (before.handedOverAt !== null) result.ended.push({ letterId: letter.id, handedOverAt: before.handedOverAt });
      const rows = [...(decidedRows.get(letter.id) ?? []), ...found.rows.flatMap((row) => asRow(row, letter.id))];
      const cause = rows.find((row) => row.action === 'HAND_OVER' && row.occurredAt === letter.handedOverAt);
      if (cause) result.opened.push({ letter, rowId: cause.id, reason: cause.reason });
    }
  }

  /** Whether what a field refers to still exists: what is gone cannot be put back, and its going is nobody's tampering. */
  const isGone = (field: keyof AppliedRow, value: unknown): boolean => {
    if (typeof value !== 'string') return false;
    if (field === 'correspondenceId') return !records.has(value);
    if (field === 'actorId' || field.endsWith('MemberId')) return !isMember(office, value);
    return field.endsWith('DepartmentId') && !office.departments.some(({ id }) => id === value);
  };

  for (const changed of found.rows) {
    const kept = appliedOf(changed);
    if (kept === null) continue;
    const changes = changesOf(changed, kept.row).filter(({ field, applied, found: now }) => now !== null || !isGone(field, applied));
    // A member's hand on it is wiped off even if nothing differs, or the row would be found at every look.
    if (changes.length === 0 && changed.updatedBy === null) continue;
    const lasting = Object.entries(kept.row).filter(([field, value]) => !isGone(field as keyof AppliedRow, value));
    result.history.push({ id: changed.id, ...writable(Object.fromEntries(lasting)), applied: kept });
    if (changes.length === 0) continue;
    const letter = records.get(kept.row.correspondenceId ?? '');
    const head = letter?.holderDepartmentId ? headOf(office, letter.holderDepartmentId) : null;
    const words = { office, language: languageOfMember(office, head ?? kept.row.actorId), timeZone };
    result.incidents.push({
      id: incidentId(changed.id, changed.updatedAt),
      name: incidentName(kept.row.name, changed.updatedBy, words),
      kind: 'ROW_CHANGED',
      correspondenceId: letter?.id,
      historyId: changed.id,
      detectedAt: changed.updatedAt,
      memberId: changed.updatedBy,
      changes,
      description: incidentText({ changes, memberId: changed.updatedBy, changedAt: changed.updatedAt }, words),
    });
  }
  return result;
};

/** A letter in the bin is not named by its rows; writing that down would cut them off from it for good. */
const writable = ({ correspondenceId, ...row }: Partial<AppliedRow>): Partial<AppliedRow> =>
  correspondenceId ? { ...row, correspondenceId } : row;

const asRow = (row: HistoryRecord, letterId: string) => {
  const kept = appliedOf(row);
  return kept?.letter?.id === letterId ? [{ id: row.id, ...kept.row }] : [];
};
