import { TZDate } from '@date-fns/tz';
import { formatISO } from 'date-fns';
import { WEEKDAY, type Weekday } from '../../custom-objects/vocabulary';
import { daysLater, numbers } from '../cases/calendar';

/** When the office works. Firing outside of it waits for the next opening. */
export interface WorkingHours {
  readonly timeZone: string;
  /** The moment itself if the office works then, else when it opens next. */
  nextOpening(moment: Date): Date;
  /**
   * When that day begins for the office: its opening; 09:00 where it never closes or does not open on that day.
   *
   * @param day such as `2026-11-25`, in the office's time zone
   */
  morningOf(day: string): Date;
}

/** Minutes since midnight. */
export type Hours = { opens: number; closes: number };
/** Of the days that are not named the office is closed. */
export type Week = Partial<Record<Weekday, Hours>>;
export type OfficeTimes = {
  week: Week;
  /** By day (`YYYY-MM-DD`); null where the office is closed on it. */
  special: ReadonlyMap<string, Hours | null>;
};

const WEEKDAYS = WEEKDAY.map(({ value }) => value);
const DAY_MINUTES = 1_440;
export const ALL_DAY: Hours = { opens: 0, closes: DAY_MINUTES };
export const ALWAYS: Week = Object.fromEntries(WEEKDAYS.map((day) => [day, ALL_DAY]));
const MORNING = 9 * 60;
/** Whoever closes the office for longer than this is not meant to be left without any reminder. */
const LONGEST_CLOSED_DAYS = 60;

const at = (day: string, minutes: number, timeZone: string): Date =>
  new Date(new TZDate(...numbers(day), 0, minutes, timeZone).getTime());

export const dayOf = (moment: Date, timeZone: string): string => formatISO(new TZDate(moment.getTime(), timeZone), { representation: 'date' });

export const weekdayOf = (day: string): Weekday => WEEKDAYS[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7]!;

export const officeHours = ({ week, special, timeZone }: OfficeTimes & { timeZone: string }): WorkingHours => {
  const hoursOn = (day: string): Hours | null => {
    const own = special.get(day);
    return own === undefined ? (week[weekdayOf(day)] ?? null) : own;
  };
  return {
    timeZone,
    nextOpening: (moment) => {
      const today = dayOf(moment, timeZone);
      for (let ahead = 0; ahead <= LONGEST_CLOSED_DAYS; ahead += 1) {
        const day = daysLater(today, ahead);
        const hours = hoursOn(day);
        if (hours === null || moment >= at(day, hours.closes, timeZone)) continue;
        const opening = at(day, hours.opens, timeZone);
        return moment < opening ? opening : moment;
      }
      return moment;
    },
    morningOf: (day) => at(day, hoursOn(day)?.opens || MORNING, timeZone),
  };
};

export const alwaysOpen = (timeZone: string): WorkingHours => officeHours({ week: ALWAYS, special: new Map(), timeZone });

const TIME = /^(\d{1,2}):(\d{2})$/;

/** `09:00` in minutes since midnight, up to `24:00`; null for any other text. */
export const minutesOf = (text: string): number | null => {
  const [, hour, minute] = TIME.exec(text.trim())?.map(Number) ?? [];
  if (hour === undefined || minute === undefined || minute > 59) return null;
  const minutes = hour * 60 + minute;
  return minutes <= DAY_MINUTES ? minutes : null;
};

/** null where one of the two is no time, or the office would close before it opens. */
export const hoursOf = (opensAt: string, closesAt: string): Hours | null => {
  const [opens, closes] = [minutesOf(opensAt), minutesOf(closesAt)];
  return opens !== null && closes !== null && opens < closes ? { opens, closes } : null;
};

/** `Mo`, `Tu`… as OpenStreetMap writes opening hours. */
const SHORT = WEEKDAYS.map((day) => day[0]! + day[1]!.toLowerCase());

const daysIn = (text: string): Weekday[] | null => {
  const days = text.split(',').flatMap((part): (Weekday | null)[] => {
    const [from, to] = part.split('-').map((each) => SHORT.indexOf(each));
    if (from === undefined || from < 0 || (to ?? 0) < 0) return [null];
    // From Saturday to Monday is over the end of the week.
    const count = to === undefined ? 1 : ((to - from + 7) % 7) + 1;
    return Array.from({ length: count }, (_, index) => WEEKDAYS[(from + index) % 7]!);
  });
  return days.some((day) => day === null) ? null : (days as Weekday[]);
};

/** `Mo-Fr 09:00-18:00; Sa 10:00-14:00`; null for a text that is not so. */
export const weekIn = (text: string): Week | null => {
  const week: Week = {};
  for (const rule of text.split(';')) {
    const [days, span, ...rest] = rule.trim().split(/\s+/);
    const [opensAt, closesAt, ...more] = span?.split('-') ?? [];
    const [named, hours] = [daysIn(days ?? ''), hoursOf(opensAt ?? '', closesAt ?? '')];
    if (named === null || hours === null || rest.length + more.length > 0) return null;
    for (const day of named) week[day] = hours;
  }
  return week;
};
