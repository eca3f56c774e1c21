/** A morning's backlog, more than a worker does in one look, and workers that die between writing the history and the letters. */
import { pino } from 'pino';
import { Desk } from '../../workers/correspondence/desk';
import type { HistoryRecord, HistoryWrite, LetterRecord, Letters, LetterWrite } from '../../workers/correspondence/letters';
import { Numbering } from '../../workers/correspondence/numbering';
import type { Office } from '../../workers/correspondence/protocol';
import { TwentyUnavailable } from '../../workers/twenty/client';

const LETTERS = 900;
const LOOKED_AT = 1_000;
const FAR_BACK = 2_000;

const office: Office = {
  members: [{ id: 'clerk', name: 'Clerk', locale: null }, { id: 'lawyer', name: 'Lawyer', locale: null }],
  departments: [{ id: 'registry', name: 'Registry', headId: null, isRegistry: true, parentId: null }],
  memberships: [{ departmentId: 'registry', memberId: 'clerk', membership: 'MEMBER', absentFrom: null, absentUntil: null, substituteId: null }],
  clerkIds: ['clerk'],
};
const at = (second: number): string => new Date(Date.UTC(2026, 10, 25, 6, 0, second)).toISOString();

type Stored = Omit<HistoryRecord, 'correspondence'>;

/** What Twenty holds, as the desk's door shows it; `isDying` ends a worker before it has written the letters. */
const twenty = () => {
  let clock = 2 * LETTERS;
  const letters = new Map<string, LetterRecord>();
  const rows = new Map<string, Stored>();
  for (let each = 0; each < LETTERS; each += 1) {
    const id = `letter-${each}`;
    letters.set(id, {
      id, number: null, flow: 'INCOMING', status: null, subject: 'Claim', holderId: null, holderDepartmentId: null, heldSince: null, pendingMemberId: null,
      pendingDepartmentId: null, handedOverAt: null, handedOverById: null, resumeStatus: null, step: 0, updatedAt: at(each), updatedBy: 'clerk',
    });
  }
  const blank = (id: string): Stored => ({
    id, name: null, action: null, reason: null, correspondenceId: null, actorId: null, occurredAt: null, fromMemberId: null, toMemberId: null, fromDepartmentId: null,
    toDepartmentId: null, outcome: 'PENDING', refusal: null, statusBefore: null, statusAfter: null, heldMinutes: null, waitedMinutes: null, updatedAt: at(0),
    createdBy: null, updatedBy: null, applied: null,
  });
  const handOver = (each: number) => {
    const id = `row-${each}`;
    rows.set(id, { ...blank(id), action: 'HAND_OVER', correspondenceId: `letter-${each}`, toMemberId: 'lawyer', reason: 'For you', createdBy: 'clerk', updatedBy: 'clerk', updatedAt: at(LETTERS + each) });
  };
  for (let each = 0; each < LETTERS; each += 1) handOver(each);

  const state = { isDying: false };
  const shown = (row: Stored): HistoryRecord => ({ ...row, correspondence: letters.get(row.correspondenceId ?? '') ?? null });
  const newest = (one: Stored, other: Stored) => Date.parse(other.updatedAt) - Date.parse(one.updatedAt);
  const door = {
    // Rows that were written long ago: only the undecided are seen, so that nothing but looking far back mends.
    look: async () => [...rows.values()].filter(({ applied }) => applied === null).sort((one, other) => newest(other, one)).slice(0, LOOKED_AT).map(shown),
    lookFarBack: async () => [...rows.values()].filter(({ applied }) => applied !== null).sort(newest).slice(0, FAR_BACK).map(shown),
    unregistered: async () => [...letters.values()].filter(({ number, status }) => number === null || status === null).slice(0, 100),
    living: async (ids: string[]) => ids.flatMap((id) => letters.get(id) ?? []),
    writeIncidents: async () => ({ written: [], rejected: [] }),
    writeHistory: async (writes: HistoryWrite[]) => {
      for (const write of writes) rows.set(write.id, { ...blank(write.id), ...rows.get(write.id), ...write, updatedBy: null, updatedAt: at((clock += 1)) });
      return { written: writes.map(({ id }) => ({ id })), rejected: [] };
    },
    writeLetters: async (writes: LetterWrite[]) => {
      if (state.isDying) throw new TwentyUnavailable('killed');
      for (const { letter } of writes) letters.set(letter.id, { ...letters.get(letter.id)!, ...letter, updatedBy: null });
      return { written: [], rejected: [] };
    },
  };
  return { letters, rows, state, door: door as unknown as Letters };
};

const deskOf = ({ door, letters }: ReturnType<typeof twenty>): Desk =>
  new Desk({
    letters: door,
    numbering: new Numbering(async () => [...letters.values()].map(({ number }) => number).filter((number) => number !== null).sort().at(-1) ?? null, 6),
    office: { read: async () => office } as never,
    reminders: { began: async () => undefined, ended: async () => undefined, catchUp: async () => undefined } as never,
    budget: { isPlentiful: true, spare: () => undefined } as never,
    clock: { now: () => new Date() } as never,
    timeZone: 'UTC',
    secret: 'secret',
    logger: pino({ level: 'silent' }),
  });

test('each row is decided once on what the one before it left, whoever died in between', async () => {
  const crm = twenty();
  const isOver = () => [...crm.rows.values()].every(({ applied }) => applied !== null) && [...crm.letters.values()].every(({ status }) => status !== null);
  for (let worker = 0; !isOver(); worker += 1) {
    if (worker > 200) throw new Error('the desk comes to no end');
    const desk = deskOf(crm);
    // Every worker's life is one look that is finished and one that is not, or the latter alone.
    if (worker % 3 > 0) await desk.look().catch(() => undefined);
    crm.state.isDying = true;
    await desk.look().catch(() => undefined);
    crm.state.isDying = false;
  }
  await deskOf(crm).look();
  for (const letter of crm.letters.values()) expect(letter).toMatchObject({ status: 'HANDED_OVER', pendingMemberId: 'lawyer', step: 2, number: expect.stringMatching(/^IN-2026-/) });
  expect(new Set([...crm.letters.values()].map(({ number }) => number)).size).toBe(LETTERS);
  const steps = [...crm.rows.values()].map(({ correspondenceId, applied }) => `${correspondenceId}/${(applied as { letter: { step: number } }).letter?.step}`);
  expect(new Set(steps).size).toBe(2 * LETTERS);
});
