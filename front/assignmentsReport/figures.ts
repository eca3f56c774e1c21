import type { AssignmentStatus } from '../../custom-objects/vocabulary';

/**
 * How what clients asked for is done. Every figure is of the assignments given in the period, whatever became of them since: so
 * given is done, in work and called off together. Whether one is late the workers tell, by days of the office, not by the hour.
 */

/** Assignments that stand alike: one by itself, or as many as Twenty counts together. */
export type Cell = {
  status: AssignmentStatus | null;
  isOverdue: boolean;
  count: number;
  /** Those of them that are done in a known number of days, and these days together. */
  timed: number;
  days: number;
};

const OPEN = { or: [{ status: { in: ['NEW', 'IN_PROGRESS'] satisfies AssignmentStatus[] } }, { status: { is: 'NULL' } }] };
const OVERDUE = { isOverdue: { eq: true } };
const isOpen = ({ status }: Cell): boolean => status !== 'DONE' && status !== 'CANCELLED';

type Figure = {
  of: (cell: Cell) => number;
  /** By which Twenty finds those that it counts. */
  filter: object;
};
const when = (holds: (cell: Cell) => boolean) => (cell: Cell) => (holds(cell) ? cell.count : 0);

export const FIGURES = {
  /** Given in the period: all that was asked for by `givenIn`. */
  given: { of: ({ count }) => count, filter: {} },
  /** Done, in time or late. */
  done: { of: when(({ status }) => status === 'DONE'), filter: { status: { eq: 'DONE' } } },
  /** Neither done nor called off, whether or not anybody has begun. */
  open: { of: when(isOpen), filter: OPEN },
  /** Neither done nor ever overdue. */
  calledOff: { of: when(({ status }) => status === 'CANCELLED'), filter: { status: { eq: 'CANCELLED' } } },
  /** Not done by its due day: still in work past it, or done late. */
  overdue: { of: when(({ isOverdue }) => isOverdue), filter: OVERDUE },
  /** Still in work though its due day has passed. */
  pastDue: { of: when((cell) => cell.isOverdue && isOpen(cell)), filter: { and: [OPEN, OVERDUE] } },
  /** Done, and known in how many days: over these the average is taken. */
  timed: { of: ({ timed }) => timed, filter: { actualDays: { is: 'NOT_NULL' } } },
} satisfies Record<string, Figure>;
export type FigureKey = keyof typeof FIGURES;
export const FIGURE_KEYS = Object.keys(FIGURES) as FigureKey[];

/** The moment it was given lies in the period. */
export const givenIn = ({ start, end }: { start: string; end: string }): object => ({ and: [{ givenAt: { gte: start } }, { givenAt: { lt: end } }] });

/** @param averageDays null where none is timed */
export type Summary = Record<FigureKey, number> & { averageDays: number | null };

export const summaryOf = (cells: Cell[]): Summary => {
  const total = (of: (cell: Cell) => number): number => cells.reduce((sum, cell) => sum + of(cell), 0);
  const counts = Object.fromEntries(FIGURE_KEYS.map((key) => [key, total(FIGURES[key].of)])) as Record<FigureKey, number>;
  return { ...counts, averageDays: counts.timed === 0 ? null : total(({ days }) => days) / counts.timed };
};
