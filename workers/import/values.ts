/** What stands in a cell as a value: dates, moments, sums and names as other systems write them. Pure. */
import { TZDate } from '@date-fns/tz';

/** Dates of Excel come as wall time (`2013-12-31T00:00:00`): they have no time zone. */
export type Cell = string | number | null;

export const textOf = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? '' : String(cell).normalize('NFC').replace(/[\s\u00a0\u202f\u2007\ufeff]+/g, ' ').trim();

type Wall = { year: number; month: number; day: number; hour: number; minute: number; second: number };

const MONTHS = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];
const TIME = String.raw`(?:[T ,]+(?:в )?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?`;
const DAY_FIRST = new RegExp(String.raw`^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?: ?г\.?)?${TIME}$`, 'i');
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[.-](\d{1,2})[.-](\d{1,2})${TIME}Z?$`, 'i');
const IN_WORDS = new RegExp(String.raw`^(\d{1,2}) ([а-я]{3,8})\.? (\d{4})(?: ?(?:г\.?|года))?${TIME}$`, 'i');
const SERIAL = /^\d{5}([.,]\d+)?$/;

const DAY_MS = 86_400_000;
/** What Excel counts as the day of 1 January 1970. */
const EPOCH_SERIAL = 25_569;
const FIRST_SERIAL = 61;
const LAST_SERIAL = 109_574;
/** Two digits of a year up to this many years ahead are of this century. */
const AHEAD = 10;

const exists = (wall: Wall): boolean => {
  const date = new Date(Date.UTC(wall.year, wall.month - 1, wall.day));
  return date.getUTCMonth() === wall.month - 1 && date.getUTCDate() === wall.day && wall.year >= 1800 && wall.year <= 2200
    && wall.hour < 24 && wall.minute < 60 && wall.second < 60;
};

const wholeYear = (year: string, now: Date): number => {
  if (year.length === 4) return Number(year);
  const inThis = Math.floor(now.getUTCFullYear() / 100) * 100 + Number(year);
  return inThis > now.getUTCFullYear() + AHEAD ? inThis - 100 : inThis;
};

const wallOf = (cell: Cell, now: Date): Wall | null => {
  const text = textOf(cell);
  if (SERIAL.test(text) || typeof cell === 'number') {
    const serial = Number(text.replace(',', '.'));
    if (!(serial >= FIRST_SERIAL && serial < LAST_SERIAL)) return null;
    const date = new Date(Math.round(((serial - EPOCH_SERIAL) * DAY_MS) / 1_000) * 1_000);
    return {
      year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(),
      hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds(),
    };
  }
  const time = (parts: (string | undefined)[]) => ({ hour: Number(parts[0] ?? 0), minute: Number(parts[1] ?? 0), second: Number(parts[2] ?? 0) });
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return { year: wholeYear(dayFirst[3]!, now), month: Number(dayFirst[2]), day: Number(dayFirst[1]), ...time(dayFirst.slice(4)) };
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return { year: Number(yearFirst[1]), month: Number(yearFirst[2]), day: Number(yearFirst[3]), ...time(yearFirst.slice(4)) };
  const words = IN_WORDS.exec(text);
  const month = words ? MONTHS.findIndex((name) => words[2]!.toLowerCase().startsWith(name)) : -1;
  return words && month >= 0 ? { year: Number(words[3]), month: month + 1, day: Number(words[1]), ...time(words.slice(4)) } : null;
};

const checkedWall = (cell: Cell, now: Date): Wall | null => {
  const wall = wallOf(cell, now);
  return wall && exists(wall) ? wall : null;
};

const two = (value: number): string => String(value).padStart(2, '0');

/** @returns `YYYY-MM-DD`; null where it is no date */
export const dayIn = (cell: Cell, now: Date): string | null => {
  const wall = checkedWall(cell, now);
  return wall && `${wall.year}-${two(wall.month)}-${two(wall.day)}`;
};

/** @returns the moment that the office's clocks showed so; null where it is none */
export const momentIn = (cell: Cell, { now, timeZone }: { now: Date; timeZone: string }): string | null => {
  const wall = checkedWall(cell, now);
  if (!wall) return null;
  const { year, month, day, hour, minute, second } = wall;
  return new Date(new TZDate(year, month - 1, day, hour, minute, second, timeZone).getTime()).toISOString();
};

export type Money = { amountMicros: string; currencyCode: string };

const CURRENCIES: [RegExp, string][] = [[/₽|руб(?:л(?:ей|я|ь))?\.?|(?<!\p{L})р\.?(?!\p{L})|\bRU[BR]\b/giu, 'RUB'], [/\$|\bUSD\b/giu, 'USD'], [/€|\bEUR\b/giu, 'EUR']];
const KOPECKS = /(?<=\d)\s*(\d{2})\s*коп(?:еек|ейки|ейка)?\.?$/iu;
const MOST_DIGITS = 13;

/** `1 234 567,89 ₽`, `1,234,567.89`, `1 234 руб. 56 коп.`: the last separator is the decimal one if there are other than three digits behind it, or another before. */
export const moneyIn = (cell: Cell): Money | null => {
  let text = textOf(cell).replace(/[\s'’_]/g, ' ');
  let currencyCode = 'RUB';
  for (const [sign, code] of CURRENCIES) {
    if (text.search(sign) >= 0) currencyCode = code;
    text = text.replace(sign, ' ');
  }
  text = text.replace(/\s+/g, ' ').trim();
  const kopecks = KOPECKS.exec(text);
  if (kopecks) text = `${text.slice(0, kopecks.index)},${kopecks[1]}`;
  text = text.replace(/ /g, '').replace(/^[−–—]/, '-');
  const match = /^(-?)(\d[\d.,]*)$/.exec(text);
  if (!match) return null;
  const digits = match[2]!;
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  const separators = digits.match(/[.,]/g) ?? [];
  const isRepeated = separators.length > 1 && separators.every((separator) => separator === separators[0]);
  // Of one dot or comma with three digits behind it a person means thousands; a number of Excel is told exactly.
  const isGrouped = isRepeated || (separators.length === 1 && typeof cell !== 'number' && digits.length - last === 4 && !/^0/.test(digits));
  const whole = (last < 0 || isGrouped ? digits : digits.slice(0, last)).replace(/[.,]/g, '');
  const fraction = last < 0 || isGrouped ? '' : digits.slice(last + 1);
  if (whole.length > MOST_DIGITS || fraction.length > 6 && typeof cell !== 'number') return null;
  const micros = BigInt(whole || '0') * 1_000_000n + BigInt(fraction.slice(0, 6).padEnd(6, '0') || '0');
  return { amountMicros: `${match[1] && micros > 0n ? '-' : ''}${micros}`, currencyCode };
};

/** Several in one cell: by semicolons, commas or lines. */
export const listIn = (cell: Cell | undefined): string[] =>
  String(cell ?? '').split(/[;,\n\r]+|\s+и\s+/).map((part) => textOf(part)).filter(Boolean);

export type Name = { lastName: string; firstName: string };

/** Иванов Иван Иванович: the last name first, the patronymic behind the first name. @returns null where it is not a person's */
export const nameIn = (text: string): Name | null => {
  const words = text.split(' ').filter(Boolean);
  if (words.length < 2 || words.length > 5 || !words.every((word) => /^[\p{L}][\p{L}\-'’.]*$/u.test(word))) return null;
  return { lastName: words[0]!, firstName: words.slice(1).join(' ') };
};
