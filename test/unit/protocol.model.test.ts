/**
 * 10,000 random histories, each through the workers' rules and plan as they read and write in a Twenty kept in memory, and through
 * a model that shares nothing with them. People write sound and unsound rows, spoil rows, some rows come to light late; workers
 * die between and in the middle of their writes, and one writes what it had seen before another one wrote.
 */
import fc from 'fast-check';
import type { Applied, HistoryRecord, LetterRecord } from '../../workers/correspondence/letters';
import { isQuiet, plan, withoutNumber, type Found } from '../../workers/correspondence/plan';
import { ACTIONS, reminderRecipients, type Action, type Flow, type Office } from '../../workers/correspondence/protocol';
import { COMMANDS, isAllowed, recordOf, remindedOf, statusOf, take, type Firm, type Letter, type Step } from '../chaos/model';

const PEOPLE = ['p0', 'p1', 'p2', 'p3', 'p4'];
const DEPARTMENTS = ['registry', 'court', 'claims'];
const START = Date.parse('2026-03-10T08:00:00.000Z');
const MINUTE = 60_000;
const iso = (ms: number): string => new Date(ms).toISOString();
const isoOrNull = (ms: number | null): string | null => (ms === null ? null : iso(ms));

const person = fc.constantFrom(...PEOPLE);
const moment = fc.option(fc.nat(300).map((minute) => START + minute * MINUTE), { nil: null });
const firms: fc.Arbitrary<Firm> = fc.record({
  people: fc.constant(PEOPLE),
  departments: fc
    .tuple(...DEPARTMENTS.map(() => fc.option(person, { nil: null })))
    .map((heads) => DEPARTMENTS.map((id, index) => ({ id, head: heads[index]!, isRegistry: id === 'registry' }))),
  posts: fc.array(
    fc.record({
      department: fc.constantFrom(...DEPARTMENTS), person, isHead: fc.nat(5).map((dice) => dice === 0), from: moment, until: moment,
      substitute: fc.option(person, { nil: null }),
    }),
    { minLength: 2, maxLength: 8 },
  ),
  clerks: fc.subarray(PEOPLE, { maxLength: 1 }),
});

const officeOf = (firm: Firm): Office => ({
  members: firm.people.map((id) => ({ id, name: id, locale: null })),
  departments: firm.departments.map(({ id, head, isRegistry }) => ({ id, name: id, headId: head, isRegistry, parentId: null })),
  memberships: firm.posts.map(({ department, person: memberId, isHead, from, until, substitute }) => ({
    departmentId: department, memberId, membership: isHead ? 'HEAD' as const : 'MEMBER' as const,
    absentFrom: isoOrNull(from), absentUntil: isoOrNull(until), substituteId: substitute,
  })),
  clerkIds: firm.clerks,
});

/** A letter that nobody has registered yet waits as who will be written down to have begun it. */
type Model = { firm: Firm; letter: Letter; undecided: Step[] };

type Plan = ReturnType<typeof plan>;
type Death = 'BEFORE' | 'AMID_HISTORY' | 'BEFORE_LETTERS' | null;

/** What the workers see of Twenty, and what becomes of their writes there. */
class Twenty {
  now = START;
  letter: LetterRecord;
  readonly rows = new Map<string, HistoryRecord & { visibleFrom: number }>();
  incidents = 0;
  kept: Found | null = null;
  private isUnsure = false;
  private given = 0;

  constructor(
    readonly office: Office,
    flow: Flow,
    by: string,
  ) {
    this.letter = {
      id: 'letter', number: null, flow, status: null, subject: 'Claim', holderId: null, holderDepartmentId: null, heldSince: null, pendingMemberId: null,
      pendingDepartmentId: null, handedOverAt: null, handedOverById: null, resumeStatus: null, step: 0, updatedAt: iso(START), updatedBy: by,
    };
  }

  write(step: Step, visibleFrom: number): void {
    const { id, action, actor, author, at, reason, toMember, toDepartment } = step;
    this.rows.set(id, {
      id, name: null, action: action as Action | null, reason, correspondenceId: 'letter', actorId: null, occurredAt: null, fromMemberId: null, toMemberId: toMember,
      fromDepartmentId: null, toDepartmentId: toDepartment, outcome: 'PENDING', refusal: null, statusBefore: null, statusAfter: null, heldMinutes: null,
      waitedMinutes: null, updatedAt: iso(at), createdBy: author, updatedBy: actor, applied: null, correspondence: null, visibleFrom,
    });
  }

  /** As the desk asks: the undecided, those that a member has written, and what changed within a minute; after a death, all. */
  found(): Found {
    const rows = [...this.rows.values()]
      .filter(({ visibleFrom }) => visibleFrom <= this.now)
      .filter(({ applied, updatedBy, updatedAt }) => this.isUnsure || applied === null || updatedBy !== null || Date.parse(updatedAt) >= this.now - MINUTE)
      .map((row) => ({ ...row, correspondence: this.letter }));
    return { rows, unregistered: this.letter.number === null || this.letter.status === null ? [this.letter] : [], strayed: [] };
  }

  plan(found: Found): Plan | null {
    if (isQuiet(found)) return null;
    const numbers = new Map(withoutNumber(found, false).map(({ id }) => [id, `IN-2026-${String((this.given += 1)).padStart(6, '0')}`]));
    return plan({ found, numbers, office: this.office, timeZone: 'UTC', secret: 'secret' });
  }

  /** Carries a plan out as far as its worker lives. @returns the rows that were written */
  carryOut({ incidents, history, letters }: Plan, death: Death): Set<string> {
    this.isUnsure = death !== null;
    if (death === 'BEFORE') return new Set();
    this.incidents += incidents.length;
    const written = death === 'AMID_HISTORY' ? history.slice(0, Math.ceil(history.length / 2)) : history;
    for (const { id, applied, ...write } of written) {
      if (!this.rows.has(id)) this.write({ id, action: null, actor: null, author: null, at: this.now, reason: null, toMember: null, toDepartment: null }, 0);
      this.rows.set(id, { ...this.rows.get(id)!, ...write, applied, updatedBy: null, updatedAt: iso(this.now) });
    }
    if (death === null)
      for (const { letter: { subject: _, number, flow, ...consequences }, isNumbered } of letters)
        this.letter = { ...this.letter, ...consequences, ...(isNumbered ? { number, flow } : {}), updatedBy: null, updatedAt: iso(this.now) };
    return new Set(written.map(({ id }) => id));
  }
}

/** The model decides what the worker has just written down, in the order of the server's times. */
const settle = (model: Model, written: Set<string>): void => {
  const inOrder = [...model.undecided].sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
  for (const step of inOrder) if (written.has(step.id)) outcomes(model).set(step.id, take(model.firm, model.letter, step));
  model.undecided = model.undecided.filter(({ id }) => !written.has(id));
};
const decided = new WeakMap<Model, Map<string, boolean>>();
const outcomes = (model: Model): Map<string, boolean> => {
  if (!decided.has(model)) decided.set(model, new Map());
  return decided.get(model)!;
};

type Act = fc.Command<Model, Twenty>;
const act = (name: string, run: (model: Model, twenty: Twenty) => void): Act => ({ check: () => true, run, toString: () => name });

const look = (model: Model, twenty: Twenty, death: Death): void => {
  const work = twenty.plan(twenty.found());
  if (work !== null) settle(model, twenty.carryOut(work, death));
};

/** Whatever is left comes to light and is worked off. */
const finish = (model: Model, twenty: Twenty): void => {
  twenty.now += 60 * MINUTE;
  for (let looks = 0; twenty.plan(twenty.found()) !== null; looks += 1) {
    if (looks > 3) throw new Error('The workers do not come to rest');
    look(model, twenty, null);
    twenty.now += 2 * MINUTE;
  }
};

type Draft = { action: string | null; actor: string | null; author: string; toMember: string | null; toDepartment: string | null; reason: string | null };
const drafts: fc.Arbitrary<Draft> = fc.record({
  action: fc.constantFrom(...ACTIONS, null), actor: fc.constantFrom(...PEOPLE, null), author: person, toMember: fc.constantFrom(...PEOPLE, 'stranger', null),
  toDepartment: fc.constantFrom(...DEPARTMENTS, null, null, null), reason: fc.constantFrom('because', 'because', ' ', null),
});

let count = 0;
const writes = (model: Model, twenty: Twenty, draft: Draft, lateMinutes: number): void => {
  const step = { ...draft, id: `row${String((count += 1)).padStart(9, '0')}`, at: twenty.now };
  // A worker that stands still knows of nothing late: late rows are told apart from it.
  twenty.write(step, twenty.kept === null ? twenty.now + lateMinutes * MINUTE : 0);
  model.undecided.push(step);
};

const acts: fc.Arbitrary<Act>[] = [
  // A row that is allowed by what is decided so far: so letters get somewhere.
  fc.tuple(fc.nat(), fc.nat(4), person, fc.constantFrom(...DEPARTMENTS), fc.nat(9)).map(([dice, turn, toMember, toDepartment, late]) =>
    act(`sound row ${dice}`, (model, twenty) => {
      const target = turn < 2 ? { toMember, toDepartment: null } : { toMember: null, toDepartment };
      const from = <T>(list: readonly T[], start: number): T[] => [...list.slice(start % list.length), ...list.slice(0, start % list.length)];
      for (const action of from(COMMANDS, dice))
        for (const actor of from(PEOPLE, turn)) {
          const draft = { action, actor, author: actor, reason: 'because', ...(action === 'HAND_OVER' ? target : { toMember: null, toDepartment: null }) };
          if (isAllowed(model.firm, model.letter, { ...draft, id: '', at: twenty.now })) return writes(model, twenty, draft, late < 8 ? 0 : late * 3);
        }
    }),
  ),
  fc.tuple(drafts, fc.nat(3)).map(([draft, dice]) => act('any row', (model, twenty) => writes(model, twenty, dice === 0 ? draft : { ...draft, author: draft.actor ?? draft.author }, 0))),
  fc.nat(40).map((minutes) =>
    act(`${minutes} minutes`, (_, twenty) => {
      twenty.now += minutes * MINUTE;
      // Who stands still for so long has lost the queue to another, and is kept from writing.
      if (minutes > 0) twenty.kept = null;
    }),
  ),
  fc.constantFrom<Death>(null, null, null, 'BEFORE', 'AMID_HISTORY', 'BEFORE_LETTERS').map((death) => act(`look, death ${death}`, (model, twenty) => look(model, twenty, death))),
  fc.tuple(fc.nat(), person).map(([dice, by]) =>
    act('a row is spoiled', (model, twenty) => {
      const rows = [...twenty.rows.values()].filter(({ visibleFrom }) => visibleFrom <= twenty.now);
      const row = rows[dice % Math.max(1, rows.length)];
      if (!row || (twenty.kept !== null && row.applied === null)) return;
      twenty.rows.set(row.id, { ...row, reason: `by ${by}`, updatedBy: by, updatedAt: iso(twenty.now) });
      for (const step of model.undecided) if (step.id === row.id) Object.assign(step, { reason: `by ${by}`, actor: by, at: twenty.now });
    }),
  ),
  person.map((by) =>
    act('the subject is changed', (_, twenty) => {
      twenty.letter = { ...twenty.letter, subject: `by ${by}`, ...(twenty.letter.number === null ? {} : { updatedBy: by, updatedAt: iso(twenty.now) }) };
    }),
  ),
  // One worker stands still after its look (Redis was wiped, its machine was busy) and writes when another one has written already.
  fc.constant(act('a worker looks and stands still', (_, twenty) => void (twenty.kept ??= [...twenty.rows.values()].every(({ visibleFrom }) => visibleFrom <= twenty.now) ? twenty.found() : null))),
  fc.constant(
    act('it goes on', (model, twenty) => {
      const work = twenty.kept && twenty.plan(twenty.kept);
      twenty.kept = null;
      if (work) settle(model, twenty.carryOut(work, null));
      // What it wrote over is mended by the next look, which is never a minute away.
      look(model, twenty, null);
    }),
  ),
];

it('10,000 random histories come to what the model says, whatever crashes, comes late or is spoiled', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(firms, fc.constantFrom<Flow>('INCOMING', 'OUTGOING'), person, fc.commands(acts, { maxCommands: 30, size: 'max' }), (firm, flow, registrar, commands) => {
      const begun: Step = { id: '', action: 'REGISTER', actor: registrar, author: registrar, at: START, reason: null, toMember: null, toDepartment: null };
      const model: Model = { firm, letter: { isOutgoing: flow === 'OUTGOING', steps: [begun] }, undecided: [] };
      const twenty = new Twenty(officeOf(firm), flow, registrar);
      fc.modelRun(() => ({ model, real: twenty }), commands);
      finish(model, twenty);

      const expected = recordOf(firm, model.letter);
      expect(twenty.letter).toMatchObject(expected);
      const expectedRows = [...outcomes(model)].map(([id, isApplied]) => [id, isApplied ? 'APPLIED' : 'REFUSED', (twenty.rows.get(id)!.applied as Applied).row.reason]);
      expect([...outcomes(model).keys()].map((id) => [id, twenty.rows.get(id)!.outcome, twenty.rows.get(id)!.reason])).toEqual(expectedRows);
      const recipients = reminderRecipients({ letter: twenty.letter, office: twenty.office, now: new Date(twenty.now) });
      expect([...recipients].sort()).toEqual([...remindedOf(firm, model.letter, twenty.now)].sort());
      for (const step of model.letter.steps) seen.add(step.action!);
      seen.add(statusOf(model.letter.steps));
    }),
    { numRuns: 10_000 },
  );
  // The histories went everywhere: every action was applied, every status reached.
  expect([...ACTIONS, 'HANDED_OVER', 'IN_WORK', 'DONE', 'SENT', 'DELIVERED', 'UNDELIVERED', 'ARCHIVED', 'LOST'].filter((word) => !seen.has(word))).toEqual([]);
});
