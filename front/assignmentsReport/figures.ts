import type { AssignmentStatus } from '../../custom-objects/vocabulary';
import { daysBetween } from '../../workers/cases/calendar';
import { dayOf } from '../../workers/cases/problems';

/**
 * How what clients asked for is done. Every figure is of the assignments given in the period, whatever became of them since: so
 * given is done, in work and called off together. Whether one is late is told by days of the office, not by the hour.
 */

export type Assignment = { status: AssignmentStatus | null; givenAt: string | null; dueAt: string | null; completedAt: string | null };
/** @param today `YYYY-MM-DD`, in the office's time zone */
export type Clock = { today: string; timeZone: string };
export type Figure = (assignment: Assignment, clock: Clock) => boolean;

/** Given in the period: all that was read. Twenty is asked by `givenIn`. */
export const given: Figure = () => true;

/** By what `given` is asked for: the moment it was given lies in the period. */
export const givenIn = ({ start, end }: { start: string; end: string }): object => ({ and: [{ givenAt: { gte: start } }, { givenAt: { lt: end } }] });

/** Done, in time or late. */
export const done: Figure = ({ status }) => status === 'DONE';

/** Called off: neither done nor ever overdue. */
export const calledOff: Figure = ({ status }) => status === 'CANCELLED';

/** In work: neither done nor called off, whether or not anybody has begun. */
export const open: Figure = (assignment, clock) => !done(assignment, clock) && !calledOff(assignment, clock);

/** Still in work though its due day has passed: on the due day itself it is not late yet. */
export const pastDue: Figure = (assignment, clock) =>
  open(assignment, clock) && assignment.dueAt !== null && clock.today > dayOf(assignment.dueAt, clock.timeZone);

/** Done on a later day than it was due. */
export const doneLate: Figure = (assignment, clock) => {
  const { dueAt, completedAt } = assignment;
  return done(assignment, clock) && dueAt !== null && completedAt !== null && dayOf(completedAt, clock.timeZone) > dayOf(dueAt, clock.timeZone);
};

/** Not done by its due day: still in work past it, or done late. What has no due day is never overdue. */
export const overdue: Figure = (assignment, clock) => pastDue(assignment, clock) || doneLate(assignment, clock);

/** From given to done, in days and parts of them; null for what is not done, or done before it was given. */
export const daysTaken = (assignment: Assignment): number | null => {
  const { status, givenAt, completedAt } = assignment;
  if (status !== 'DONE' || givenAt === null || completedAt === null) return null;
  const days = daysBetween(givenAt, completedAt);
  return days < 0 ? null : days;
};

/** Done, and known in how many days: over these the average is taken. */
export const timed: Figure = (assignment) => daysTaken(assignment) !== null;

export const FIGURES = { given, done, open, calledOff, overdue, pastDue, timed };
export type FigureKey = keyof typeof FIGURES;
export const FIGURE_KEYS = Object.keys(FIGURES) as FigureKey[];

/** @param averageDays null where none is timed */
export type Summary = Record<FigureKey, number> & { averageDays: number | null };

export const summaryOf = (assignments: Assignment[], clock: Clock): Summary => {
  const counts = Object.fromEntries(FIGURE_KEYS.map((key) => [key, assignments.filter((assignment) => FIGURES[key](assignment, clock)).length])) as Record<FigureKey, number>;
  const days = assignments.map(daysTaken).filter((taken) => taken !== null);
  return { ...counts, averageDays: days.length === 0 ? null : days.reduce((sum, taken) => sum + taken, 0) / days.length };
};
