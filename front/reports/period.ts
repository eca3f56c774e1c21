import { addDays, endOfMonth, endOfQuarter, endOfYear, formatISO, parseISO, startOfMonth, startOfQuarter, startOfYear, subMonths, subQuarters, subYears } from 'date-fns';
import { nodes, type Connection } from '../lib/api';
import { midnight } from '../../workers/cases/calendar';
import { dayOf } from '../../workers/cases/problems';
import type { Ask } from './ask';

/** Days of the office, `YYYY-MM-DD`, both included. */
export type Period = { from: string; to: string };

export const PRESETS = ['THIS_MONTH', 'LAST_MONTH', 'THIS_QUARTER', 'LAST_QUARTER', 'THIS_YEAR', 'LAST_YEAR', 'LAST_12_MONTHS', 'CUSTOM'] as const;
export type Preset = (typeof PRESETS)[number];

/** Moments, ISO: from `start` on and before `end`. */
export type Bounds = { start: string; end: string };

const between = (from: Date, to: Date): Period => {
  const day = (date: Date) => formatISO(date, { representation: 'date' });
  return { from: day(from), to: day(to) };
};

export const periodOf = (preset: Exclude<Preset, 'CUSTOM'>, today: string): Period => {
  const now = parseISO(today);
  switch (preset) {
    case 'THIS_MONTH': return between(startOfMonth(now), endOfMonth(now));
    case 'LAST_MONTH': return between(startOfMonth(subMonths(now, 1)), endOfMonth(subMonths(now, 1)));
    case 'THIS_QUARTER': return between(startOfQuarter(now), endOfQuarter(now));
    case 'LAST_QUARTER': return between(startOfQuarter(subQuarters(now, 1)), endOfQuarter(subQuarters(now, 1)));
    case 'THIS_YEAR': return between(startOfYear(now), endOfYear(now));
    case 'LAST_YEAR': return between(startOfYear(subYears(now, 1)), endOfYear(subYears(now, 1)));
    case 'LAST_12_MONTHS': return between(startOfMonth(subMonths(now, 11)), endOfMonth(now));
  }
};

/** The moments in which the days of a period begin and are over, by the office's clock. */
export const bounds = ({ from, to }: Period, timeZone: string): Bounds => ({
  start: midnight(from, timeZone),
  end: midnight(formatISO(addDays(parseISO(to), 1), { representation: 'date' }), timeZone),
});

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

export const periodProblem = ({ from, to }: Period): 'MISSING' | 'ENDS_BEFORE' | null =>
  !isDay(from) || !isDay(to) ? 'MISSING' : to < from ? 'ENDS_BEFORE' : null;

/** Of this zone are the days of a page before it knows the office's, and where no workers have told it. */
export const viewersTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The office's, as the workers have it. */
export const loadTimeZone = async (ask: Ask): Promise<string> => {
  const { offices } = await ask<{ offices: Connection<{ timeZone: string | null }> }>('{ offices(first: 1) { edges { node { timeZone } } } }');
  return nodes(offices)[0]?.timeZone || viewersTimeZone();
};

export const todayIn = (timeZone: string, now: Date): string => dayOf(now.toISOString(), timeZone);
