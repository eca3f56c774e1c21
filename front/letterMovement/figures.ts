import { addDays, formatISO, getDay, parseISO } from 'date-fns';
import { midnight } from '../../workers/cases/calendar';
import { dayOf } from '../../workers/cases/problems';
import type { Bounds } from '../reports/period';
import type { Group } from '../reports/groups';

/** The figures of correspondence movement, each as it is defined. Times are ISO, days `YYYY-MM-DD`. */

/**
 * What moved from one department to another: the hand-overs that were accepted in the period. A hand-over counts once, on the
 * day of its acceptance, from the department of whoever held the letter to the department of whoever accepted it; that of
 * somebody who was in no department then is null. The two may be the same.
 */
export type Flow = {
  fromId: string | null;
  toId: string | null;
  handOvers: number;
  /** Of how many of them the waiting, and the holding before, are known. */
  waitedOf: number;
  heldOf: number;
};

export const FLOW_AGGREGATES = ['countNotEmptyWaitedMinutes', 'countNotEmptyHeldMinutes'];

/** The flows, the greatest first; those of equal volume in the order of their ids, so that they do not change places. */
export const flowsOf = (groups: Group[]): Flow[] =>
  groups
    .map(({ keys: [fromId = null, toId = null], count, values }) => ({
      fromId, toId, handOvers: count, waitedOf: values.countNotEmptyWaitedMinutes ?? 0, heldOf: values.countNotEmptyHeldMinutes ?? 0,
    }))
    .sort((one, other) => other.handOvers - one.handOvers || keyOf(one).localeCompare(keyOf(other)));

export const keyOf = ({ fromId, toId }: Pick<Flow, 'fromId' | 'toId'>): string => `${fromId ?? ''}>${toId ?? ''}`;

/**
 * What was decided in the period, by the day on which it happened: letters handed over, hand-overs accepted, rejected and taken
 * back. Not all that was handed over in a period is accepted in it, so they need not add up.
 */
export type Deeds = { handedOver: number; accepted: number; rejected: number; recalled: number };

export const deedsOf = (groups: Group[]): Deeds => {
  const of = (action: string) => groups.filter(({ keys }) => keys[0] === action).reduce((sum, { count }) => sum + count, 0);
  return { handedOver: of('HAND_OVER'), accepted: of('ACCEPT'), rejected: of('REJECT'), recalled: of('RECALL') };
};

/** Where, among so many values in order, the middle is: the one in the middle, or the two of an even number. */
export const middle = (count: number): { offset: number; first: number } =>
  count % 2 === 1 ? { offset: (count - 1) / 2, first: 1 } : { offset: count / 2 - 1, first: 2 };

/** Half are less or equal, half greater or equal: the middle value, or the mean of the two in the middle. Null of none. */
export const median = (middleValues: number[]): number | null =>
  middleValues.length === 0 ? null : middleValues.reduce((sum, value) => sum + value, 0) / middleValues.length;

const rowsOf = (actions: string[], { start, end }: Bounds, departmentId: string | null): object => ({
  and: [
    { action: { in: actions } },
    { outcome: { eq: 'APPLIED' } },
    { occurredAt: { gte: start } },
    { occurredAt: { lt: end } },
    ...(departmentId === null ? [] : [{ or: [{ fromDepartmentId: { eq: departmentId } }, { toDepartmentId: { eq: departmentId } }] }]),
  ],
});

/** The rows that flows are counted over: of one department, what it got and what others got from it. */
export const acceptedIn = (bounds: Bounds, departmentId: string | null): object => rowsOf(['ACCEPT'], bounds, departmentId);

/** The rows that deeds are counted over. */
export const decidedIn = (bounds: Bounds, departmentId: string | null): object => rowsOf(['HAND_OVER', 'ACCEPT', 'REJECT', 'RECALL'], bounds, departmentId);

const isOrNull = (field: string, id: string | null) => ({ [field]: id === null ? { is: 'NULL' } : { eq: id } });

/** The rows of one flow. */
export const ofFlow = (accepted: object, { fromId, toId }: Pick<Flow, 'fromId' | 'toId'>): object => ({
  and: [accepted, isOrNull('fromDepartmentId', fromId), isOrNull('toDepartmentId', toId)],
});

// ------------------------------------------------------------------------------------------------------------- as of now

/** A hand-over that nobody accepted for so long is stuck. */
export const STUCK_AFTER_HOURS = 2;
/** A letter in work for longer than so many working days is unprocessed. */
export const UNPROCESSED_AFTER_DAYS = 5;

const HOUR_MS = 3_600_000;

const isFree = (day: string): boolean => getDay(parseISO(day)) % 6 === 0;
const shifted = (day: string, days: number): string => formatISO(addDays(parseISO(day), days), { representation: 'date' });

/**
 * The moment that lies so many working days before another. The time of a working day runs, that of a Saturday and a Sunday
 * stands still: five working days before Wednesday 10:00 is the Wednesday before, 10:00; before any moment of a weekend it is
 * the midnight with which the Monday before begins.
 */
export const workingDaysBefore = (now: Date, days: number, timeZone: string): string => {
  let day = dayOf(now.toISOString(), timeZone);
  let time = now.getTime() - Date.parse(midnight(day, timeZone));
  while (isFree(day)) {
    day = shifted(day, 1);
    time = 0;
  }
  for (let left = days; left > 0; left -= 1) {
    do day = shifted(day, -1);
    while (isFree(day));
  }
  return new Date(Date.parse(midnight(day, timeZone)) + time).toISOString();
};

export const TROUBLES = ['stuck', 'unprocessed', 'lost'] as const;
export type Trouble = (typeof TROUBLES)[number];

/**
 * The letters that are in trouble now.
 *
 * - `stuck`: handed over more than two hours ago and not yet accepted, the longest first;
 * - `unprocessed`: in work by the same holder for more than five working days, the longest first;
 * - `lost`: reported lost and not found.
 */
export const troubleFilters = (now: Date, timeZone: string): Record<Trouble, object> => ({
  stuck: { and: [{ status: { eq: 'HANDED_OVER' } }, { handedOverAt: { lt: new Date(now.getTime() - STUCK_AFTER_HOURS * HOUR_MS).toISOString() } }] },
  unprocessed: { and: [{ status: { eq: 'IN_WORK' } }, { heldSince: { lt: workingDaysBefore(now, UNPROCESSED_AFTER_DAYS, timeZone) } }] },
  lost: { status: { eq: 'LOST' } },
});
