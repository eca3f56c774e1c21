/** Days and moments by the office's own calendar. */
import { TZDate } from '@date-fns/tz';
import { addMonths, formatISO, isWeekend, nextMonday } from 'date-fns';
import type { Language } from '../correspondence/words';

export const numbers = (day: string): [year: number, month: number, day: number] => {
  const [year, month, date] = day.split('-').map(Number);
  return [year!, month! - 1, date!];
};

/** The moment at which a day (`YYYY-MM-DD`) begins. */
export const midnight = (day: string, timeZone: string): string => new Date(new TZDate(...numbers(day), timeZone).getTime()).toISOString();

/** The day so many months later: the same date, or the last one of a shorter month. On a weekend it is the next working day. */
export const monthsLater = (day: string, months: number): string => {
  const later = addMonths(new TZDate(...numbers(day), 'UTC'), months);
  return formatISO(isWeekend(later) ? nextMonday(later) : later, { representation: 'date' });
};

const DAY_MS = 86_400_000;

export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

export const addDays = (moment: string, days: number): string => new Date(Date.parse(moment) + days * DAY_MS).toISOString();

export const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

const LOCALES: Record<Language, string> = { en: 'en-GB', ru: 'ru-RU' };

/** A day or a moment as a person reads it. */
export const written = (time: string, { language, timeZone }: { language: Language; timeZone: string }): string =>
  time.includes('T')
    ? new Intl.DateTimeFormat(LOCALES[language], {
        day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone,
      }).format(new Date(time))
    : new Intl.DateTimeFormat(LOCALES[language], { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }).format(new Date(time));

/** The day (`YYYY-MM-DD`) so many days later. */
export const daysLater = (day: string, days: number): string => addDays(`${day}T00:00:00Z`, days).slice(0, 10);

/** The last minute of a day: until then what is due on it is in time. */
export const endOfDay = (day: string, timeZone: string): string =>
  new Date(Date.parse(midnight(daysLater(day, 1), timeZone)) - 60_000).toISOString();
