import fc from 'fast-check';
import { nextFiring } from '../../workers/reminders/rules';
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
