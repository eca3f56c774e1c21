/** What is to be written of a record so that it says what is wanted of it. */
import { isDeepStrictEqual } from 'node:util';
import { sameMoney } from './finance';
import type { Money } from './problems';

export type Values = Record<string, unknown>;

const isMoment = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value);
const isMoney = (value: unknown): value is Money => typeof value === 'object' && value !== null && 'amountMicros' in value;

export const same = (one: unknown, other: unknown): boolean => {
  // Twenty gives an unset text as an empty one.
  const [a, b] = [one === '' ? null : (one ?? null), other === '' ? null : (other ?? null)];
  if (isMoment(a) && isMoment(b)) return Date.parse(a) === Date.parse(b);
  if (isMoney(a) && isMoney(b)) return sameMoney(a, b);
  // Twenty keeps no order of the names in JSON.
  return a === b || isDeepStrictEqual(a, b);
};

export const changesOf = (record: Values, wanted: Values): Values =>
  Object.fromEntries(Object.entries(wanted).filter(([field, value]) => !same(record[field], value)));
