/** At which moments people are told of something in a case: each kind has its ladder of steps. */
import { daysLater } from '../../cases/calendar';
import { dayOf } from '../../cases/problems';
import type { WorkingHours } from '../working-hours';

export type Ladder =
  | { kind: 'HEARING' | 'APPEAL_DEADLINE' | 'REQUEST_REPLY' | 'EVENT_DUE' | 'ASSIGNMENT_DUE'; /** The moment itself, or the last one of a term. */ dueAt: string }
  | { kind: 'AWAITING_CLIENT'; since: string };

export type Steps = {
  /** The latest step that has come, and the next one that has not. */
  last: number | null;
  next: number | null;
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const APPEAL_DAYS = [14, 7, 3, 1];
const AWAIT_DAYS = 3;
const AWAIT_AGAIN_DAYS = 7;
/** Whole days that something is overdue before the head hears of it. */
const OVERDUE_DAYS = 3;
/** How far from now days are looked at; what is due later is of no concern yet. */
const DAYS_BACK = 45;
const DAYS_AHEAD = 90;

type Morning = { day: string; at: number };

/** The working days around now, each with its opening. Made once for all that is looked at together: opening hours cost time to tell. */
export class Mornings {
  private readonly open: Morning[];

  constructor(
    readonly now: Date,
    readonly hours: WorkingHours,
  ) {
    const today = dayOf(now.toISOString(), hours.timeZone);
    this.open = Array.from({ length: DAYS_BACK + DAYS_AHEAD }, (_, index) => daysLater(today, index - DAYS_BACK)).flatMap((day) => {
      const morning = hours.morningOf(day);
      return hours.nextOpening(morning).getTime() === morning.getTime() ? [{ day, at: morning.getTime() }] : [];
    });
  }

  dayOf(moment: string): string {
    return dayOf(moment, this.hours.timeZone);
  }

  /** The openings of the working days from that day on. */
  from(day: string): number[] {
    return this.open.filter((morning) => morning.day >= day).map(({ at }) => at);
  }

  /** The opening of that day. On a day off it waits for the next one, unless that would be too late: then it is the one before. */
  at(day: string, before: number): number | null {
    const later = this.open.find((morning) => morning.day >= day);
    if (later && later.at < before) return later.at;
    return this.open.findLast((morning) => morning.day < day)?.at ?? null;
  }
}

/** A hearing is told of a day and an hour before; of a Monday's hearing on Friday if the office opens too late to be told twice. */
const beforeHearing = (dueAt: number, { hours }: Mornings): number[] => {
  const opening = (at: number) => hours.nextOpening(new Date(at)).getTime();
  const hourBefore = dueAt - HOUR_MS;
  const last = opening(hourBefore) < dueAt ? opening(hourBefore) : hourBefore;
  const dayBefore = dueAt - DAY_MS;
  if (opening(dayBefore) < last) return [opening(dayBefore), last];
  const earlier = Array.from({ length: DAYS_BACK }, (_, days) => dayBefore - days * DAY_MS).find((at) => opening(at) === at);
  return [earlier ?? dayBefore, last];
};

const beforeAppeal = (dueAt: string, mornings: Mornings): number[] => {
  const lastDay = mornings.dayOf(dueAt);
  let before = Date.parse(dueAt);
  return [...APPEAL_DAYS].reverse().flatMap((days) => {
    const at = mornings.at(daysLater(lastDay, -days), before);
    if (at === null) return [];
    before = at;
    return [at];
  });
};

const stepsAround = (ladder: Ladder, mornings: Mornings): number[] => {
  if (ladder.kind === 'AWAITING_CLIENT') {
    const first = daysLater(mornings.dayOf(ladder.since), AWAIT_DAYS);
    const today = mornings.dayOf(mornings.now.toISOString());
    const weeks = Math.max(0, Math.floor((Date.parse(today) - Date.parse(first)) / DAY_MS / AWAIT_AGAIN_DAYS) - 1);
    // As many weeks as the longest holidays may put off.
    return [0, 1, 2, 3, 4, 5].flatMap((week) => mornings.from(daysLater(first, (weeks + week) * AWAIT_AGAIN_DAYS))[0] ?? []);
  }
  const { kind, dueAt } = ladder;
  const day = mornings.dayOf(dueAt);
  switch (kind) {
    case 'HEARING':
      return beforeHearing(Date.parse(dueAt), mornings);
    case 'APPEAL_DEADLINE':
      return beforeAppeal(dueAt, mornings);
    case 'REQUEST_REPLY':
      return mornings.from(daysLater(day, 1));
    case 'EVENT_DUE':
    case 'ASSIGNMENT_DUE': {
      const onTheDay = mornings.from(day);
      const dayBefore = mornings.at(daysLater(day, -1), onTheDay[0] ?? Infinity);
      return [...(dayBefore === null ? [] : [dayBefore]), ...onTheDay];
    }
  }
};

const around = (steps: number[], now: number): Steps => ({
  last: steps.filter((at) => at <= now).reduce<number | null>((latest, at) => Math.max(latest ?? at, at), null),
  next: steps.filter((at) => at > now).reduce<number | null>((soonest, at) => Math.min(soonest ?? at, at), null),
});

export const stepsOf = (ladder: Ladder, mornings: Mornings): Steps => around(stepsAround(ladder, mornings), mornings.now.getTime());

/** When the head is told of what is overdue; null for what cannot be. */
export const escalationOf = (ladder: Ladder, mornings: Mornings): Steps | null =>
  ladder.kind === 'REQUEST_REPLY' || ladder.kind === 'EVENT_DUE' || ladder.kind === 'ASSIGNMENT_DUE'
    ? around(mornings.from(daysLater(mornings.dayOf(ladder.dueAt), OVERDUE_DAYS + 1)), mornings.now.getTime())
    : null;

/**
 * When a reminder is to fire next.
 *
 * @param lastAt when it last fired; a step since then that was missed is made up for, once, as soon as the office works
 */
export const nextStep = (input: { ladder: Ladder; steps: Steps; lastAt: string | null; mornings: Mornings }): { nextAt: string | null; isDue: boolean } => {
  const { ladder, steps, lastAt, mornings } = input;
  const { now, hours } = mornings;
  const at = (moment: number | null) => (moment === null ? null : new Date(moment).toISOString());
  const isMissed = steps.last !== null && (lastAt === null || Date.parse(lastAt) < steps.last);
  if (!isMissed) return { nextAt: at(steps.next), isDue: false };
  const opening = hours.nextOpening(now).getTime();
  const isTooLate = ladder.kind === 'HEARING' && opening >= Date.parse(ladder.dueAt);
  return opening <= now.getTime() || isTooLate ? { nextAt: at(steps.last), isDue: true } : { nextAt: at(opening), isDue: false };
};
