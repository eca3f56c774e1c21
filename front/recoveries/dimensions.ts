import { eachMonthOfInterval, eachQuarterOfInterval, eachYearOfInterval, endOfMonth, endOfQuarter, endOfYear, formatISO, parseISO } from 'date-fns';
import { DECISION_OUTCOME, INSTANCE } from '../../custom-objects/vocabulary';
import { withChildren, type Catalogues } from '../reports/catalogues';
import { WITHOUT } from '../reports/FilterPicker';
import type { Period } from '../reports/period';

/** By what decisions and their recoveries are grouped and narrowed. Decisions and recoveries have the same fields of these names. */

export const DATES = ['month', 'quarter', 'year'] as const;
export type DateDimension = (typeof DATES)[number];
export type Dimension = DateDimension | 'rootDirection' | 'direction' | 'region' | 'kind' | 'payer' | 'instance' | 'outcome';

export const isDate = (dimension: Dimension): dimension is DateDimension => (DATES as readonly string[]).includes(dimension);

const FIELDS = {
  rootDirection: 'rootDirectionId', direction: 'directionId', region: 'regionId', kind: 'kindId', payer: 'payerId', instance: 'instance', outcome: 'outcome',
} as const;
const GRANULARITY = { month: 'MONTH', quarter: 'QUARTER', year: 'YEAR' } as const;

/** A date of the records by which a period is meant. */
export type Day = 'decidedAt' | 'collectedAt';

export const byOf = (dimension: Dimension, day: Day = 'decidedAt'): object =>
  isDate(dimension) ? { [day]: { granularity: GRANULARITY[dimension] } } : { [FIELDS[dimension]]: true };

const dayText = (date: Date): string => formatISO(date, { representation: 'date' });
const STARTS = { month: eachMonthOfInterval, quarter: eachQuarterOfInterval, year: eachYearOfInterval };
const ENDS = { month: endOfMonth, quarter: endOfQuarter, year: endOfYear };

/** The first days of the months, quarters or years that a period touches. */
export const startsOf = (dimension: DateDimension, { from, to }: Period): string[] =>
  STARTS[dimension]({ start: parseISO(from), end: parseISO(to) }).map(dayText);

export const within = (day: Day, { from, to }: Period): object[] => [{ [day]: { gte: from } }, { [day]: { lte: to } }];

/** All that a dimension can be, as far as is known: null stands for none and for whatever is not known, such as what was deleted. */
export const valuesOf = (dimension: Dimension, { directions, regions, recoveryKinds }: Catalogues, period: Period): (string | null)[] => {
  if (isDate(dimension)) return startsOf(dimension, period);
  const known = {
    rootDirection: () => directions.filter(({ id, rootId, parentId }) => rootId === id || parentId === null).map(({ id }) => id),
    direction: () => directions.map(({ id }) => id),
    region: () => regions.map(({ id }) => id),
    kind: () => recoveryKinds.map(({ id }) => id),
    payer: () => [],
    instance: () => INSTANCE.map(({ value }) => value),
    outcome: () => DECISION_OUTCOME.map(({ value }) => value),
  };
  return [...known[dimension](), null];
};

/** The records of some of the values of a dimension. Of dates these are neighbours. */
export const amongOf = (dimension: Dimension, all: (string | null)[], day: Day = 'decidedAt') => (values: (string | null)[]): object => {
  if (isDate(dimension)) return { and: within(day, { from: values[0]!, to: dayText(ENDS[dimension](parseISO(values.at(-1)!))) }) };
  const field = FIELDS[dimension];
  const [named, known] = [values, all].map((list) => list.filter((value) => value !== null));
  const others = values.includes(null) ? [{ [field]: { is: 'NULL' } }, { not: { [field]: { in: known } } }] : [];
  return { or: [...(named!.length > 0 ? [{ [field]: { in: named } }] : []), ...others] };
};

/** One value of a dimension, as a row of a report has it. */
export const isValue = (dimension: Dimension, value: string | null, period: Period, day: Day = 'decidedAt'): object => {
  if (!isDate(dimension)) return { [FIELDS[dimension]]: value === null ? { is: 'NULL' } : { eq: value } };
  const end = dayText(ENDS[dimension](parseISO(value!)));
  return { and: within(day, { from: value! < period.from ? period.from : value!, to: end > period.to ? period.to : end }) };
};

/** @param kind one of them; WITHOUT where the line has none */
export type Narrowing = Partial<Record<'rootDirection' | 'direction' | 'region' | 'kind' | 'payer' | 'instance' | 'outcome', string | null>>;

/** What is left after the filters; a direction stands for all below it. */
export const narrowed = (narrowing: Narrowing, directions: Catalogues['directions']): object[] =>
  Object.entries(narrowing).flatMap(([name, value]): object[] => {
    if (value === null) return [];
    const field = FIELDS[name as keyof typeof FIELDS];
    if (value === WITHOUT) return [{ [field]: { is: 'NULL' } }];
    return [{ [field]: name === 'direction' ? { in: withChildren(directions, value) } : { eq: value } }];
  });
