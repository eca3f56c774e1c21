import { z } from 'zod';
import type { Records } from '../twenty/records';
import { beginning } from './lines';
import { ACTIONS, FLOWS, STATUSES, type LetterState } from './protocol';

/** Twenty gives an unset text as an empty one. */
const text = z.string().nullable().transform((value) => value || null);
/** Of what people write only so much is carried on: all of it, it would be in every row and every reminder of the letter. */
const upTo = (most: number) => text.transform((value) => value && beginning(value, most));
const subject = upTo(300);
const reason = upTo(2_000);
const id = z.string().nullable();
const time = z.string().nullable();
const status = z.enum(STATUSES).nullable();
/** Twenty tells an actor's member only to whom asks for `source` or `name` too: alone, `workspaceMemberId` is always null. */
const by = z.object({ workspaceMemberId: id }).nullable().transform((actor) => actor?.workspaceMemberId ?? null);

const stateFields = {
  id: z.string(),
  number: text,
  flow: z.enum(FLOWS).nullable(),
  status,
  subject,
  holderId: id,
  holderDepartmentId: id,
  heldSince: time,
  pendingMemberId: id,
  pendingDepartmentId: id,
  handedOverAt: time,
  handedOverById: id,
  resumeStatus: status,
  step: z.number().nullable().transform((step) => step ?? 0),
};

const STATE = `id number flow status subject holderId holderDepartmentId heldSince pendingMemberId pendingDepartmentId handedOverAt
  handedOverById resumeStatus step`;

const letterRecord = z.object({ ...stateFields, updatedAt: z.string(), updatedBy: by });
const LETTER = `${STATE} updatedAt updatedBy { source workspaceMemberId }`;

/** A letter as the server has it, with who wrote it last and when. */
export type LetterRecord = z.output<typeof letterRecord>;

/** What the workers keep in `applied`: the row as they decided it, to put it back, and the letter as the row left it. */
const appliedSchema = z.object({
  v: z.literal(1),
  row: z.object({
    name: z.string(),
    action: z.enum(ACTIONS).nullable(),
    reason,
    correspondenceId: id,
    actorId: id,
    occurredAt: z.string(),
    fromMemberId: id,
    toMemberId: id,
    fromDepartmentId: id,
    toDepartmentId: id,
    outcome: z.enum(['APPLIED', 'REFUSED']),
    refusal: z.string().nullable(),
    statusBefore: status,
    statusAfter: status,
    heldMinutes: z.number().nullable(),
    // Rows of before had none.
    waitedMinutes: z.number().nullable().default(null),
  }),
  letter: z.object(stateFields).nullable(),
});
export type Applied = z.output<typeof appliedSchema>;
export type AppliedRow = Applied['row'];

const historyRecord = z.object({
  id: z.string(),
  name: text,
  action: z.enum(ACTIONS).nullable(),
  reason,
  correspondenceId: id,
  actorId: id,
  occurredAt: time,
  fromMemberId: id,
  toMemberId: id,
  fromDepartmentId: id,
  toDepartmentId: id,
  outcome: z.enum(['PENDING', 'APPLIED', 'REFUSED']).nullable(),
  refusal: text,
  statusBefore: status,
  statusAfter: status,
  heldMinutes: z.number().nullable(),
  waitedMinutes: z.number().nullable(),
  updatedAt: z.string(),
  createdBy: by,
  updatedBy: by,
  /** What is there but cannot be read is left alone: it is not ours to decide again. */
  applied: z.union([appliedSchema, z.null(), z.unknown().transform(() => 'UNREADABLE' as const)]),
  /** Twenty gives no letter, and no `correspondenceId` either, where the letter is in the bin. */
  correspondence: letterRecord.nullable(),
});
const HISTORY = `id name action reason correspondenceId actorId occurredAt fromMemberId toMemberId fromDepartmentId toDepartmentId
  outcome refusal statusBefore statusAfter heldMinutes waitedMinutes updatedAt createdBy { source workspaceMemberId } updatedBy { source workspaceMemberId } applied
  correspondence { ${LETTER} }`;
export type HistoryRecord = z.output<typeof historyRecord>;

export type HistoryWrite = Partial<AppliedRow> & { id: string; applied: Applied };
export type LetterWrite = { letter: LetterState; isNumbered: boolean; registeredAt: string | undefined };

/** What was applied this shortly ago is looked at again: another worker may have died between its two writes. */
const LOOK_BACK_MS = 60_000;
/** Where a look finds so many rows, there may be more. */
export const LOOK_LIMIT = 1_000;
/** Several times what one look writes, as each worker that dies may leave as much behind it. */
const FAR_BACK = 2_000;
/** Letters that begin in one look. */
const BEGUN_AT_ONCE = 100;

/** The letters' door to Twenty. */
export class Letters {
  constructor(private readonly records: Records) {}

  /**
   * Everything that history asks for, in one operation: rows not yet applied; applied rows that a member has written since (an
   * API key, as the workers use, is no member); and what changed just now. The undecided sort first, whatever else there is.
   */
  look(now: Date): Promise<HistoryRecord[]> {
    const since = new Date(now.getTime() - LOOK_BACK_MS).toISOString();
    return this.records.find('correspondenceHistory', {
      filter: {
        or: [
          { applied: { is: 'NULL' } },
          { updatedBy: { workspaceMemberId: { is: 'NOT_NULL' } } },
          { updatedAt: { gte: since } },
        ],
      },
      orderBy: [{ statusAfter: 'AscNullsFirst' }, { updatedAt: 'AscNullsFirst' }, { id: 'AscNullsFirst' }],
      first: LOOK_LIMIT,
      fields: HISTORY,
      node: historyRecord,
      priority: 'letters',
    });
  }

  /** The newest applied rows, however old: what the workers wrote last before they stopped. */
  lookFarBack(): Promise<HistoryRecord[]> {
    return this.records.find('correspondenceHistory', {
      filter: { applied: { is: 'NOT_NULL' } },
      orderBy: [{ updatedAt: 'DescNullsLast' }],
      first: FAR_BACK,
      fields: HISTORY,
      node: historyRecord,
      priority: 'letters',
    });
  }

  unregistered(): Promise<LetterRecord[]> {
    return this.records.find('correspondence', {
      filter: { or: [{ number: { is: 'NULL' } }, { status: { is: 'NULL' } }] },
      orderBy: [{ updatedAt: 'AscNullsFirst' }, { id: 'AscNullsFirst' }],
      first: BEGUN_AT_ONCE,
      fields: LETTER,
      node: letterRecord,
      priority: 'letters',
    });
  }

  living(ids: string[]): Promise<LetterRecord[]> {
    return this.records.find('correspondence', { filter: { id: { in: ids } }, first: ids.length, fields: LETTER, node: letterRecord, priority: 'letters' });
  }

  /** @param letterIds of these alone */
  pending(letterIds?: string[]): Promise<LetterRecord[]> {
    const waits = { status: { eq: 'HANDED_OVER' } };
    const filter = letterIds ? { and: [waits, { id: { in: letterIds } }] } : waits;
    return this.records.findAll('correspondence', { filter, fields: LETTER, node: letterRecord, priority: 'letters' });
  }

  /** The hand-overs of these letters, to say which row a waiting letter waits by. */
  handOvers(letterIds: string[]): Promise<HistoryRecord[]> {
    return this.records.findAll('correspondenceHistory', {
      filter: { and: [{ correspondenceId: { in: letterIds } }, { action: { eq: 'HAND_OVER' } }, { outcome: { eq: 'APPLIED' } }] },
      fields: HISTORY,
      node: historyRecord,
      priority: 'letters',
    });
  }

  /** The highest number with this beginning. Letters in the bin count: their numbers are still taken. */
  async highestNumber(prefix: string): Promise<string | null> {
    const [highest] = await this.records.find('correspondence', {
      filter: {
        and: [{ number: { like: `${prefix}%` } }, { or: [{ deletedAt: { is: 'NULL' } }, { deletedAt: { is: 'NOT_NULL' } }] }],
      },
      orderBy: [{ number: 'DescNullsLast' }],
      first: 1,
      fields: 'number',
      node: z.object({ number: text }),
      priority: 'letters',
    });
    return highest?.number ?? null;
  }

  writeHistory(rows: HistoryWrite[]) {
    return this.records.upsert('correspondenceHistory', rows, 'letters', 'updatedAt');
  }

  /** Number and flow are written at registration alone: afterwards they are nobody's to move. */
  writeLetters(letters: LetterWrite[]) {
    const data = letters.map(({ letter: { number, flow, subject: _, ...consequences }, isNumbered, registeredAt }) => ({
      ...consequences,
      ...(isNumbered ? { number, flow, registeredAt } : {}),
    }));
    return this.records.upsert('correspondence', data, 'letters');
  }

  writeIncidents(incidents: ({ id: string } & Record<string, unknown>)[]) {
    return this.records.upsert('correspondenceIncident', incidents, 'letters');
  }
}
