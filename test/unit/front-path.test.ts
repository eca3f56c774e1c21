import fc from 'fast-check';
import { layOut, type PathLayout, type PathRow } from '../../front/path/layout';
import { ACTIONS, decide, register, type Office } from '../../workers/correspondence/protocol';

const HOMES: Record<string, string | null> = { olga: 'registry', ivan: 'court', maria: 'court', anna: null };
const homeOf = (memberId: string) => HOMES[memberId] ?? null;
const START = Date.parse('2026-03-10T08:00:00.000Z');
const at = (minute: number) => new Date(START + minute * 60_000).toISOString();

const row = (id: string, action: PathRow['action'], minute: number, rest: Partial<PathRow> = {}): PathRow => ({
  id, action, occurredAt: at(minute), actorId: 'olga', reason: null, fromMemberId: null, toMemberId: null, fromDepartmentId: null,
  toDepartmentId: null, statusAfter: null, ...rest,
});
const registered = row('1', 'REGISTER', 0, { toMemberId: 'olga', toDepartmentId: 'registry', statusAfter: 'REGISTERED' });
const toCourt = row('2', 'HAND_OVER', 10, { fromMemberId: 'olga', toDepartmentId: 'court', reason: 'Reply', statusAfter: 'HANDED_OVER' });
const byMaria = row('3', 'ACCEPT', 40, { actorId: 'maria', fromMemberId: 'olga', toMemberId: 'maria', toDepartmentId: 'court', statusAfter: 'IN_WORK' });

const drawn = (rows: PathRow[], minute: number) => layOut({ rows, homeOf, now: new Date(START + minute * 60_000) });
const bars = ({ bars: all, lanes }: PathLayout) => all.map(({ kind, lane, ms, open }) => [lanes[lane]!.key, kind, ms / 60_000, open]);
const arrows = ({ arrows: all, lanes }: PathLayout) => all.map(({ kind, from, to }) => [kind, lanes[from]!.key, lanes[to]!.key]);

describe('the picture of a path', () => {
  test('of a letter just registered is one stay that goes on', () => {
    const picture = drawn([registered], 5);
    expect(picture.lanes.map(({ key }) => key)).toEqual(['molga']);
    expect(bars(picture)).toEqual([['molga', 'work', 5, true]]);
  });

  test('draws waiting apart from work, and the paper where it was last accepted', () => {
    const picture = drawn([registered, toCourt], 30);
    expect(bars(picture)).toEqual([
      ['molga', 'work', 10, false],
      ['dcourt', 'waiting', 20, true],
      ['molga', 'kept', 20, true],
    ]);
    expect(arrows(picture)).toEqual([['handOver', 'molga', 'dcourt']]);
    expect(picture.bars[1]!.reason).toBe('Reply');
  });

  test('puts a department above its people, whoever was first', () => {
    const toAnna = row('4', 'HAND_OVER', 50, { actorId: 'maria', toMemberId: 'anna', reason: 'Sign', statusAfter: 'HANDED_OVER' });
    const rejected = row('5', 'REJECT', 55, { actorId: 'anna', toMemberId: 'maria', reason: 'Not mine', statusAfter: 'IN_WORK' });
    const picture = drawn([registered, toCourt, byMaria, toAnna, rejected], 60);
    expect(picture.lanes.map(({ key }) => key)).toEqual(['molga', 'dcourt', 'mmaria', 'manna']);
    expect(arrows(picture)).toEqual([
      ['handOver', 'molga', 'dcourt'],
      ['accept', 'dcourt', 'mmaria'],
      ['handOver', 'mmaria', 'manna'],
      ['reject', 'manna', 'mmaria'],
    ]);
    expect(bars(picture).at(-1)).toEqual(['mmaria', 'work', 5, true]);
    expect(picture.bars.at(-1)!.reason).toBe('Not mine');
  });

  test('follows a letter out of the office and back, and ends where it was archived', () => {
    const sent = row('4', 'SEND', 60, { statusAfter: 'SENT' });
    const back = row('5', 'RETURN_UNDELIVERED', 5000, { reason: 'Moved', statusAfter: 'UNDELIVERED' });
    const lost = row('6', 'REPORT_LOST', 5010, { statusAfter: 'LOST' });
    const found = row('7', 'FOUND', 5020, { statusAfter: 'UNDELIVERED' });
    const done = row('8', 'COMPLETE', 5030, { statusAfter: 'DONE' });
    const archived = row('9', 'ARCHIVE', 5040, { statusAfter: 'ARCHIVED' });
    const picture = drawn([registered, toCourt, byMaria, sent, back, lost, found, done, archived], 9000);
    expect(picture.lanes.at(-1)!.kind).toBe('outside');
    expect(arrows(picture).slice(2)).toEqual([['send', 'mmaria', 'outside'], ['return', 'outside', 'mmaria']]);
    expect(picture.marks.map(({ kind }) => kind)).toEqual(['start', 'accept', 'lost', 'found', 'done', 'end']);
    expect(picture.bars.map(({ kind }) => kind)).toEqual(['work', 'waiting', 'kept', 'work', 'away', 'kept', 'work', 'lost', 'work', 'done']);
    expect(picture.bars.some(({ open }) => open)).toBe(false);
    // Three and a half days outside, and the time since it was archived.
    expect(picture.breaks).toHaveLength(2);
  });

  test('of nothing is empty', () => {
    expect(drawn([], 0)).toMatchObject({ lanes: [], bars: [], arrows: [], ticks: [] });
  });

  test('of any way that the rules allow keeps its shape: one place at a time, nothing outside the picture', () => {
    const members = ['olga', 'ivan', 'maria', 'anna'];
    const office: Office = {
      members: members.map((id) => ({ id, name: id, locale: null })),
      departments: ['registry', 'court'].map((id) => ({ id, name: id, headId: null, isRegistry: id === 'registry', parentId: null })),
      memberships: [['registry', 'olga'], ['court', 'ivan'], ['court', 'maria']].map(([departmentId, memberId]) => ({
        departmentId: departmentId!, memberId: memberId!, membership: null, absentFrom: null, absentUntil: null, substituteId: null,
      })),
      clerkIds: [],
    };
    const target = fc.oneof(
      fc.constantFrom(...members).map((toMemberId) => ({ toMemberId, toDepartmentId: null })),
      fc.constantFrom('registry', 'court').map((toDepartmentId) => ({ toMemberId: null, toDepartmentId })),
    );
    const deed = fc.record({ action: fc.constantFrom(...ACTIONS), actorId: fc.constantFrom(...members), target, pause: fc.integer({ min: 0, max: 20_000 }) });
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 120 }), (deeds) => {
        const blank = {
          id: 'letter', number: null, flow: 'OUTGOING' as const, status: null, subject: null, holderId: null, holderDepartmentId: null, heldSince: null,
          pendingMemberId: null, pendingDepartmentId: null, handedOverAt: null, handedOverById: null, resumeStatus: null, step: 0,
        };
        const first = register({ letter: blank, rowId: 'r', number: 'OUT-2026-000001', actorId: 'olga', occurredAt: at(0), office });
        let { letter } = first;
        const rows = [first.row as PathRow];
        let minute = 0;
        for (const [index, { action, actorId, target: to, pause }] of deeds.entries()) {
          minute += pause;
          const fact = { id: `${index}`, action, correspondenceId: 'letter', reason: 'because', ...to, actorId, createdById: actorId, occurredAt: at(minute) };
          const decision = decide({ letter, row: fact, office, now: new Date(fact.occurredAt) });
          if (decision.outcome !== 'APPLIED') continue;
          letter = decision.letter;
          rows.push(decision.row as PathRow);
        }
        const picture = drawn(rows, minute + 1);
        const xs = picture.ticks.map(({ x }) => x);
        expect(xs.every((x, index) => index === 0 || x - xs[index - 1]! >= 34)).toBe(true);
        expect(picture.bars.every(({ x1, x2, lane }) => x1 < x2 && x2 <= picture.width && picture.lanes[lane] !== undefined)).toBe(true);
        expect([...picture.arrows.flatMap(({ from, to }) => [from, to]), ...picture.marks.map(({ lane }) => lane)].every((lane) => picture.lanes[lane])).toBe(true);
        // Between two events the letter is at one place; only the paper of a waiting or travelling one is elsewhere besides.
        for (const x of xs) expect(picture.bars.filter((bar) => bar.kind !== 'kept' && bar.x1 <= x && x < bar.x2).length).toBeLessThanOrEqual(1);
        expect(picture.bars.some(({ open }) => open)).toBe(!['ARCHIVED', 'DELIVERED'].includes(letter.status!));
      }),
    );
  });
});
