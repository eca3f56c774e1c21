import fc from 'fast-check';
import {
  ACTIONS, allowedActions, decide, register, reminderRecipients,
  type Fact, type LetterState, type Office,
} from '../../workers/correspondence/protocol';

const MEMBERS = ['a', 'b', 'c', 'd'];
const DEPARTMENTS = ['x', 'y', 'z'];
const START = Date.parse('2026-03-10T08:00:00.000Z');
const at = (minute: number): string => new Date(START + minute * 60_000).toISOString();

const member = fc.constantFrom(...MEMBERS);
const department = fc.constantFrom(...DEPARTMENTS);
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const offices: fc.Arbitrary<Office> = fc.record({
  members: fc.constant(MEMBERS.map((id) => ({ id, name: id, locale: null }))),
  departments: fc.tuple(...DEPARTMENTS.map((id) => fc.record({ id: fc.constant(id), name: fc.constant(id), headId: orNull(member), isRegistry: fc.boolean(), parentId: fc.constant(null) }))),
  memberships: fc.array(
    fc.record({
      departmentId: department, memberId: member, membership: orNull(fc.constantFrom('HEAD' as const, 'DEPUTY' as const, 'MEMBER' as const)),
      absentFrom: orNull(fc.nat(60).map(at)), absentUntil: orNull(fc.nat(60).map(at)), substituteId: orNull(member),
    }),
    { maxLength: 8 },
  ),
  clerkIds: fc.subarray(MEMBERS, { maxLength: 2 }),
});

/** Rows as careless or malicious people might write them; mostly sound ones, so that letters get somewhere. */
const facts: fc.Arbitrary<Fact[]> = fc
  .array(
    fc.record({
      action: fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...ACTIONS) }, { weight: 1, arbitrary: fc.constant(null) }),
      actorId: fc.oneof({ weight: 20, arbitrary: member }, { weight: 1, arbitrary: fc.constant(null) }),
      forged: fc.integer({ min: 0, max: 20 }).map((dice) => dice === 0),
      target: fc.oneof(
        fc.record({ toMemberId: member, toDepartmentId: fc.constant(null) }),
        fc.record({ toMemberId: fc.constant(null), toDepartmentId: department }),
        fc.record({ toMemberId: orNull(member), toDepartmentId: orNull(department) }),
      ),
      reason: fc.oneof({ weight: 9, arbitrary: fc.constant('because') }, { weight: 1, arbitrary: orNull(fc.constant(' ')) }),
    }),
    { maxLength: 40 },
  )
  .map((drafts) =>
    drafts.map(({ action, actorId, forged, target, reason }, index) => ({
      id: `row${index}`, correspondenceId: 'letter', action, actorId, createdById: forged ? 'z' : actorId, reason, occurredAt: at(index + 1), ...target,
    })),
  );

const beginning = (office: Office, flow: 'INCOMING' | 'OUTGOING', actorId: string): LetterState =>
  register({
    letter: {
      id: 'letter', number: null, flow, status: null, subject: null, holderId: null, holderDepartmentId: null, heldSince: null, pendingMemberId: null,
      pendingDepartmentId: null, handedOverAt: null, handedOverById: null, resumeStatus: null, step: 0,
    },
    rowId: 'first', number: 'IN-2026-000001', actorId, occurredAt: at(0), office,
  }).letter;

const histories = fc.record({ office: offices, rows: facts, flow: fc.constantFrom('INCOMING' as const, 'OUTGOING' as const), registrar: member });
type History = { office: Office; rows: Fact[]; flow: 'INCOMING' | 'OUTGOING'; registrar: string };

const play = ({ office, rows, flow, registrar }: History, each: (before: LetterState, row: Fact, decision: ReturnType<typeof decide>) => void) =>
  rows.reduce((letter, row) => {
    const decision = decide({ letter, row, office, now: new Date(row.occurredAt) });
    each(letter, row, decision);
    return decision.outcome === 'APPLIED' ? decision.letter : letter;
  }, beginning(office, flow, registrar));

const check = (property: (history: History) => void, numRuns = 300) => fc.assert(fc.property(histories, property), { numRuns });

it('a letter waits for exactly one, and only while it is handed over; and someone is reminded of it', () =>
  check((history) => {
    play(history, (before, row) => {
      const pending = [before.pendingMemberId, before.pendingDepartmentId].filter((id) => id !== null);
      const isWaiting = before.status === 'HANDED_OVER';
      expect(pending).toHaveLength(isWaiting ? 1 : 0);
      expect([before.handedOverAt, before.handedOverById].filter((value) => value !== null)).toHaveLength(isWaiting ? 2 : 0);
      const recipients = reminderRecipients({ letter: before, office: history.office, now: new Date(row.occurredAt) });
      expect(recipients.length > 0).toBe(isWaiting);
      expect(new Set(recipients).size).toBe(recipients.length);
    });
  }));

it('what the rows tell is what happened: statuses join, steps count the applied, refusals change nothing', () =>
  check((history) => {
    let applied = 1;
    const end = play(history, (before, row, decision) => {
      expect(decision.row).toMatchObject({ statusBefore: before.status, actorId: row.actorId, occurredAt: row.occurredAt });
      if (decision.outcome === 'REFUSED') {
        expect(decision.row.statusAfter).toBe(before.status);
        return;
      }
      applied += 1;
      expect(decision.row.statusAfter).toBe(decision.letter.status);
      expect(decision.letter.step).toBe(applied);
      expect((decision.row.heldMinutes ?? 0) >= 0).toBe(true);
    });
    expect(end.step).toBe(applied);
    expect(end.holderId).not.toBeNull();
  }));

it('the same history always comes to the same end', () =>
  check((history) => expect(play(history, () => undefined)).toEqual(play(structuredClone(history), () => undefined))));

it('a row that was applied is refused or changes the letter anew, never back in time, when it comes twice', () =>
  check((history) => {
    play(history, (_, row, decision) => {
      if (decision.outcome === 'REFUSED') return;
      const again = decide({ letter: decision.letter, row, office: history.office, now: new Date(row.occurredAt) });
      if (again.outcome === 'APPLIED') expect(again.letter.step).toBe(decision.letter.step + 1);
      if (row.action !== 'HAND_OVER' && row.action !== 'SEND') expect(again.outcome).toBe('REFUSED');
    });
  }));

it('what is offered to someone is what a sound row of theirs would be granted', () =>
  check((history) => {
    play(history, (letter, { occurredAt }) => {
      for (const viewerId of MEMBERS) {
        const offered: string[] = allowedActions({ letter, viewerId, office: history.office, now: new Date(occurredAt) });
        // Handing over is granted if there is any target at all.
        const targets = MEMBERS.filter((id) => id !== letter.holderId);
        const granted = ACTIONS.filter((action) =>
          targets.some((target) => {
            const row = {
              id: 'try', correspondenceId: 'letter', action, actorId: viewerId, createdById: viewerId, reason: 'because', occurredAt,
              toMemberId: action === 'HAND_OVER' ? target : null, toDepartmentId: null,
            };
            return decide({ letter, row, office: history.office, now: new Date(occurredAt) }).outcome === 'APPLIED';
          }),
        );
        expect([...offered].sort()).toEqual([...granted].sort());
      }
    });
  }, 40));
