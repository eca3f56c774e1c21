import fc from 'fast-check';
import { caseEventId } from '../../workers/identifiers';
import type { Bundle } from '../../workers/cases/bundle';
import { acts } from './case-acts';
import { afterwards, at, bundle, derive, legalCase, recovery, rub } from './case-office';

const NOW = at(20);
const histories = fc.array(fc.record({ act: acts, written: fc.nat(12) }), { maxLength: 25 });
type History = { act: (before: Bundle) => Bundle; written: number }[];

/** Plays a history in which the workers, after each act, write as much as they can before they are killed. */
const play = (history: History, each: (bundle: Bundle) => void): void => {
  history.reduce((before, { act, written }) => {
    const acted = act(before);
    const after = afterwards(acted, derive(acted, NOW).slice(0, written), NOW);
    const settled = afterwards(after, derive(after, NOW), NOW);
    each(settled);
    return after;
  }, bundle({ legalCase: legalCase() }));
};

const check = (property: (bundle: Bundle) => void, numRuns = 100) => fc.assert(fc.property(histories, (history) => play(history, property)), { numRuns });

it('deriving twice gives no writes, whatever happened and wherever it was interrupted', () => check((settled) => expect(derive(settled, NOW)).toEqual([])));

it('days are never negative', () =>
  check(({ caseEvents }) => {
    for (const { actualDays, waitedDays } of caseEvents) {
      expect(actualDays ?? 0).toBeGreaterThanOrEqual(0);
      expect(waitedDays ?? 0).toBeGreaterThanOrEqual(0);
    }
  }));

it('a record has exactly one event, always the same one, and an event whose record is gone is cancelled', () =>
  check((settled) => {
    const { caseEvents, firstVisits, attorneyRequests, courtFilings, courtHearings, courtDecisions } = settled;
    const keys = caseEvents.flatMap(({ sourceKey }) => sourceKey ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    const records = Object.entries({
      firstVisit: firstVisits.filter(({ visitStatus }) => visitStatus !== 'DRAFT'), attorneyRequest: attorneyRequests, courtFiling: courtFilings,
      courtHearing: courtHearings, courtDecision: courtDecisions,
    }).flatMap(([object, list]) => list.map((record) => ({ key: `${object}:${record.id}`, eventId: record.caseEventId })));
    for (const { key, eventId } of records) {
      expect(eventId).toBe(caseEventId(key));
      expect(caseEvents.filter(({ id: event, sourceKey }) => event === eventId && sourceKey === key)).toHaveLength(1);
    }
    for (const { sourceKey, completion } of caseEvents)
      if (sourceKey !== null && !records.some(({ key }) => key === sourceKey)) expect(completion).toBe('CANCELLED');
  }));

it('what waits says since when, and nothing else does; an archived case has nothing open', () =>
  check(({ caseEvents }) => {
    for (const { completion, waitingSince } of caseEvents) expect(waitingSince !== null).toBe(completion === 'WAITING');
    if (caseEvents.some(({ eventGroup, completion, sourceKey }) => eventGroup === 'CLOSING' && completion === 'COMPLETED' && sourceKey === null))
      expect(caseEvents.every(({ completion }) => completion === 'COMPLETED' || completion === 'CANCELLED')).toBe(true);
  }));

it('money is what its lines add up to', () =>
  fc.assert(
    fc.property(fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 20 }), (amounts) => {
      const of = bundle({ recoveries: amounts.map((amount, index) => recovery(`line${index}`, { collected: rub(amount) })) });
      expect(afterwards(of, derive(of, NOW), NOW).caseFinances).toMatchObject([{ collected: rub(amounts.reduce((sum, amount) => sum + amount, 0)) }]);
    }),
  ));
