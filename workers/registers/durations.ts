/**
 * The register of actual event durations: how long events really took, by group, direction and court. Pure.
 *
 * Counted is every living, completed event of a living case whose days are known (`actualDays`): an event that began after it
 * ended, or of which nobody knows when it began, has none. An event of a case without direction, or without a court, is in the
 * row that has none.
 */
import { mean, quantileSorted } from 'simple-statistics';

/** Where an event is counted. */
export type DurationCell = { eventGroup: string | null; directionId: string | null; courtId: string | null };
/** What a case adds to the register: the days that its events took, by cell, the shortest first. */
export type CaseDurations = Record<string, number[]>;
/** How many events took how many days, the shortest first. */
export type Distribution = [days: number, events: number][];

const SEPARATOR = '|';
export const durationKey = ({ eventGroup, directionId, courtId }: DurationCell): string => [eventGroup, directionId, courtId].map((part) => part ?? '').join(SEPARATOR);
export const durationCell = (key: string): DurationCell => {
  const [eventGroup, directionId, courtId] = key.split(SEPARATOR).map((part) => part || null);
  return { eventGroup: eventGroup ?? null, directionId: directionId ?? null, courtId: courtId ?? null };
};

type CountedEvent = DurationCell & { completion: string | null; actualDays: number | null };

export const durationsOf = (events: CountedEvent[]): CaseDurations => {
  const durations: CaseDurations = {};
  for (const event of events) if (event.completion === 'COMPLETED' && event.actualDays !== null) (durations[durationKey(event)] ??= []).push(event.actualDays);
  for (const days of Object.values(durations)) days.sort((one, other) => one - other);
  return durations;
};

const one = (value: number): number => Number(value.toFixed(1));
const daysOf = (distribution: Distribution): number[] => distribution.flatMap(([days, events]) => new Array<number>(events).fill(days));

/** How many completed events a row counts. */
export const completedCount = (distribution: Distribution): number => distribution.reduce((count, [, events]) => count + events, 0);
/** The sum of the days divided by the number of events, to one decimal. */
export const averageDays = (distribution: Distribution): number => one(mean(daysOf(distribution)));
/** The days in the middle of all, by size; of an even number the mean of both in the middle. To one decimal. */
export const medianDays = (distribution: Distribution): number => one(quantileSorted(daysOf(distribution), 0.5));
/** The days within which nine of ten events ended, straight between the two nearest (type 7, PERCENTILE.INC of a spreadsheet). To one decimal. */
export const p90Days = (distribution: Distribution): number => one(quantileSorted(daysOf(distribution), 0.9));
/** The days of the longest event. */
export const longestDays = (distribution: Distribution): number => distribution.at(-1)![0];

export const durationFigures = (distribution: Distribution) => ({
  completedCount: completedCount(distribution),
  averageDays: averageDays(distribution),
  medianDays: medianDays(distribution),
  p90Days: p90Days(distribution),
  longestDays: longestDays(distribution),
});

/** Rows brought together, exactly. */
export const mergedDistribution = (distributions: Distribution[]): Distribution => {
  const counts = new Map<number, number>();
  for (const [days, events] of distributions.flat()) counts.set(days, (counts.get(days) ?? 0) + events);
  return [...counts].sort(([fewer], [more]) => fewer - more);
};

/** Fewer completions say nothing of the next event. */
export const ENOUGH = 5;

export type Expectation = { days: number; events: number };

/**
 * How long a new event is expected to take, and on how many events that rests: the median of the most specific level with five
 * or more completions (its group, direction and court; its group and direction; its group), else the norm of its kind.
 */
export const expectation = (levels: Distribution[], normDays: number | null): Expectation | null => {
  const level = levels.find((distribution) => completedCount(distribution) >= ENOUGH);
  if (level) return { days: medianDays(level), events: completedCount(level) };
  return normDays !== null && normDays >= 0 ? { days: normDays, events: 0 } : null;
};
