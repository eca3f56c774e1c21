import type { Completion, EventGroup } from '../../custom-objects/vocabulary';
import type { Bounds } from '../reports/period';

/**
 * What the report on stages counts. Each figure is told twice, as a question about one event and as the filter by which Twenty
 * finds the same events; a test holds one to the other.
 *
 * An event counts from when it is begun: in work, awaiting from client, or completed. One that is only planned does not, though a
 * hearing has a day in the future and may have one in the past, until somebody says that it was held; one that was called off
 * does not, since when it was called off is not kept. How an event stands is how it stands now, also for a period long ago.
 */

export type StageEvent = { completion: Completion | null; startedAt: string | null; completedAt: string | null };
export type Figure = { holds: (event: StageEvent, bounds: Bounds) => boolean; filter: (bounds: Bounds) => object };

const IN_WORK: Completion[] = ['IN_PROGRESS', 'WAITING'];
const BEGUN: Completion[] = [...IN_WORK, 'COMPLETED'];

const isOneOf = (wanted: Completion[], { completion }: StageEvent): boolean => completion !== null && wanted.includes(completion);
const isBefore = (moment: string | null, limit: string): boolean => moment !== null && Date.parse(moment) < Date.parse(limit);
const isFrom = (moment: string | null, limit: string): boolean => moment !== null && Date.parse(moment) >= Date.parse(limit);
const isWithin = (moment: string | null, { start, end }: Bounds): boolean => isFrom(moment, start) && isBefore(moment, end);

/** Twenty takes one operator a field. */
const within = (field: 'startedAt' | 'completedAt', { start, end }: Bounds): object[] => [{ [field]: { gte: start } }, { [field]: { lt: end } }];

/** Started in the period: begun, and the start lies within it. An event without a start is not started in any period. */
export const started: Figure = {
  holds: (event, bounds) => isOneOf(BEGUN, event) && isWithin(event.startedAt, bounds),
  filter: (bounds) => ({ and: [{ completion: { in: BEGUN } }, ...within('startedAt', bounds)] }),
};

/** Completed in the period: completed, and the completion lies within it, whenever it was started. */
export const completed: Figure = {
  holds: (event, bounds) => isOneOf(['COMPLETED'], event) && isWithin(event.completedAt, bounds),
  filter: (bounds) => ({ and: [{ completion: { eq: 'COMPLETED' } }, ...within('completedAt', bounds)] }),
};

/** In work at the end of the period: started before it was over, and completed only after that or not at all. */
export const inWork: Figure = {
  holds: (event, { end }) => isBefore(event.startedAt, end) && (isOneOf(IN_WORK, event) || (isOneOf(['COMPLETED'], event) && isFrom(event.completedAt, end))),
  filter: ({ end }) => ({
    and: [{ startedAt: { lt: end } }, { or: [{ completion: { in: IN_WORK } }, { and: [{ completion: { eq: 'COMPLETED' } }, { completedAt: { gte: end } }] }] }],
  }),
};

/**
 * Touched by the period: started before its end, and completed after its start or not at all. Which is: completed in it, or in
 * work at its end, never both; so these two add up to the total, also where nobody said when a completed event was started.
 */
export const total: Figure = {
  holds: (event, bounds) => completed.holds(event, bounds) || inWork.holds(event, bounds),
  filter: (bounds) => ({ or: [completed.filter(bounds), inWork.filter(bounds)] }),
};

export const FIGURES = { started, completed, inWork, total };
export type FigureKey = keyof typeof FIGURES;
export const FIGURE_KEYS = Object.keys(FIGURES) as FigureKey[];

/** Begun or completed, nobody knows when: in work or completed without a date, so that a figure which needs it leaves them out. */
export const undated = {
  holds: (event: StageEvent): boolean =>
    (isOneOf(BEGUN, event) && event.startedAt === null) || (isOneOf(['COMPLETED'], event) && event.completedAt === null),
  filter: (): object => ({
    or: [
      { and: [{ completion: { in: BEGUN } }, { startedAt: { is: 'NULL' } }] },
      { and: [{ completion: { eq: 'COMPLETED' } }, { completedAt: { is: 'NULL' } }] },
    ],
  }),
};

export type Counts = Record<FigureKey, number>;

export const NONE: Counts = { started: 0, completed: 0, inWork: 0, total: 0 };

export const sum = (counts: Counts[]): Counts =>
  counts.reduce((all, each) => ({ started: all.started + each.started, completed: all.completed + each.completed, inWork: all.inWork + each.inWork, total: all.total + each.total }), NONE);

/** How many of the events each figure counts. */
export const countsOf = (events: StageEvent[], bounds: Bounds): Counts =>
  sum(events.map((event) => ({
    started: Number(started.holds(event, bounds)),
    completed: Number(completed.holds(event, bounds)),
    inWork: Number(inWork.holds(event, bounds)),
    total: Number(total.holds(event, bounds)),
  })));

export type Keys = { clientId: string | null; eventGroup: EventGroup | null; kindId: string | null };
