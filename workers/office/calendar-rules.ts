import { WEEKDAY, type Weekday } from '../../custom-objects/vocabulary';
import { ALL_DAY, hoursOf, weekdayOf, type Hours, type OfficeTimes, type Week } from '../reminders/working-hours';
import type { CalendarProblem } from './calendar-words';

/** As a person keeps them in Twenty. */
export type OfficeRecord = { workingDays: Weekday[]; opensAt: string | null; closesAt: string | null };
export type SpecialDay = { name: string | null; day: string | null; isWorking: boolean; opensAt: string | null; closesAt: string | null };

/** The weeks' hours from the office's record; null where it sets none. */
const weekOf = ({ workingDays, opensAt, closesAt }: OfficeRecord): Week | CalendarProblem | null => {
  if (workingDays.length === 0 && opensAt === null && closesAt === null) return null;
  if (workingDays.length === 0 || opensAt === null || closesAt === null) return { kind: 'HALF_SET' };
  const hours = hoursOf(opensAt, closesAt);
  return hours === null ? { kind: 'BAD_HOURS' } : Object.fromEntries(workingDays.map((day) => [day, hours]));
};

const isProblem = (found: Week | CalendarProblem | null): found is CalendarProblem => found !== null && 'kind' in found;

const clock = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/** The hours that a working day has where its record does not say: those of its weekday, else of the first day worked in the week. */
const usualOn = (week: Week, day: string): Hours =>
  week[weekdayOf(day)] ?? WEEKDAY.flatMap(({ value }) => week[value] ?? [])[0] ?? ALL_DAY;

/** What is kept in Twenty goes before what the workers are set to; what cannot be read counts as not set, and is told. */
export const officeTimes = (input: { record: OfficeRecord | null; days: SpecialDay[]; given: Week }): { times: OfficeTimes; problems: CalendarProblem[] } => {
  const { record, days, given } = input;
  const own = record && weekOf(record);
  const week = own === null || isProblem(own) ? given : own;
  const problems: CalendarProblem[] = isProblem(own) ? [own] : [];
  const special = new Map<string, Hours | null>();
  for (const { day, isWorking, opensAt, closesAt, ...rest } of days) {
    if (day === null) continue;
    const name = rest.name ?? '';
    const usual = usualOn(week, day);
    const hours = isWorking ? hoursOf(opensAt ?? clock(usual.opens), closesAt ?? clock(usual.closes)) : null;
    if (special.has(day)) problems.push({ kind: 'SAME_DAY', day, name });
    else if (isWorking && hours === null) problems.push({ kind: 'BAD_DAY', day, name });
    else special.set(day, hours);
  }
  return { times: { week, special }, problems };
};
