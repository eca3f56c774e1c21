import fc from 'fast-check';
import type { LetterState, Office } from '../../workers/correspondence/protocol';
import { nextFiring, remindedOf } from '../../workers/reminders/rules';
import { alwaysOpen, type WorkingHours } from '../../workers/reminders/working-hours';

const START = Date.parse('2026-03-10T08:00:00.000Z');
const startedAt = new Date(START).toISOString();
const next = (intervalMs: number, sinceStartMs: number, hours: WorkingHours = alwaysOpen('UTC')): number =>
  Date.parse(nextFiring({ startedAt, intervalMs, now: new Date(START + sinceStartMs), hours })) - START;

const HALF_HOUR = 30 * 60_000;

it.each([
  ['at the hand-over', 0, HALF_HOUR],
  ['just before a firing', HALF_HOUR - 1, HALF_HOUR],
  ['at a firing', HALF_HOUR, 2 * HALF_HOUR],
  ['a little late', HALF_HOUR + 20_000, 2 * HALF_HOUR],
  ['after the workers were down for long', 10 * HALF_HOUR + 5, 11 * HALF_HOUR],
  ['with a clock behind the server’s', -5_000, HALF_HOUR],
])('%s the next firing is the next point of the grid', (_, sinceStart, expected) => expect(next(HALF_HOUR, sinceStart)).toBe(expected));

it('is always ahead, on the grid, and never further than one interval', () =>
  fc.assert(
    fc.property(fc.integer({ min: 1_000, max: 86_400_000 }), fc.nat(1_000_000_000), (intervalMs, sinceStart) => {
      const found = next(intervalMs, sinceStart);
      expect(found).toBeGreaterThan(sinceStart);
      expect(found - sinceStart).toBeLessThanOrEqual(intervalMs);
      expect(found % intervalMs).toBe(0);
    }),
  ));

it('waits for the office to open', () =>
  expect(next(HALF_HOUR, 0, { ...alwaysOpen('UTC'), nextOpening: () => new Date(START + 5 * HALF_HOUR) })).toBe(5 * HALF_HOUR));

describe('who is reminded, firing after firing', () => {
  const at = (departmentId: string, memberId: string) => ({ departmentId, memberId, membership: null, absentFrom: null, absentUntil: null, substituteId: null });
  const office: Office = {
    members: ['sender', 'one', 'two', 'head'].map((id) => ({ id, name: id, locale: 'en' })),
    departments: [{ id: 'court', name: 'Court', headId: 'head', isRegistry: false, parentId: null }],
    memberships: [at('court', 'one'), at('court', 'two')],
    clerkIds: [],
  };
  const letter: LetterState = {
    id: 'letter', number: 'IN-2026-000001', flow: 'INCOMING', status: 'HANDED_OVER', subject: null, holderId: 'sender', holderDepartmentId: null, heldSince: null,
    pendingMemberId: null, pendingDepartmentId: 'court', handedOverAt: startedAt, handedOverById: 'sender', resumeStatus: 'REGISTERED', step: 2,
  };
  const told = (reminders: { sentCount: number; isEscalation: boolean }[], at = office) =>
    remindedOf({ letter, reminders, office: at, now: new Date(START), escalateAfter: 4 }).map(({ recipientId, isEscalation }) => recipientId + (isEscalation ? '!' : ''));

  it('is the department alone at first', () => {
    expect(told([])).toEqual(['one', 'two']);
    expect(told([{ sentCount: 3, isEscalation: false }])).toEqual(['one', 'two']);
  });

  it('is the head too, once any of them was reminded often enough', () => expect(told([{ sentCount: 0, isEscalation: false }, { sentCount: 4, isEscalation: false }])).toEqual(['one', 'two', 'head!']));

  it('stays so where those who did nothing have changed', () => expect(told([{ sentCount: 0, isEscalation: false }, { sentCount: 1, isEscalation: true }])).toContain('head!'));

  it('is the department alone where there is nobody above', () =>
    expect(told([{ sentCount: 9, isEscalation: false }], { ...office, departments: office.departments.map((each) => ({ ...each, headId: null })) })).toEqual(['one', 'two']));
});
