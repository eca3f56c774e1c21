import { added, ratio, type Sums } from '../reports/money';
import { MEASURES, type Measure, type Sum } from '../recoveries/sums';

/**
 * The figures of the report on court decisions. A place of the table is a row and a column; where either is not given, all of
 * them are meant.
 */

export type Key = string | null;
export type Place = { row?: Key; column?: Key };

/** The row of the decisions without lines, where rows are recovery kinds. */
export const NO_LINES = 'NO_LINES';

/** @param keys of the row and, where there are columns, of the column */
export type Count = { keys: Key[]; count: number };

export type Facts = {
  /** Decisions by row and column. */
  counts: Count[];
  /** Which of the two is the kind of the line; null where a decision is counted in one place alone. */
  kindAt: 0 | 1 | null;
  /** Where a decision is counted in several places: each once, under no kind. */
  distinct: Count[];
  sums: Record<Measure, Sum[]>;
};

const ANY = '*';
const keyOf = (row: Key | undefined, column: Key | undefined): string => JSON.stringify([row === undefined ? ANY : row, column === undefined ? ANY : column]);

/** The place itself, its row, its column and the whole table. */
const placesOf = ([row, column]: Key[]): string[] =>
  column === undefined ? [keyOf(row, undefined), keyOf(undefined, undefined)] : [keyOf(row, column), keyOf(row, undefined), keyOf(undefined, column), keyOf(undefined, undefined)];

export type Figures = {
  decisions: (place: Place) => number;
  amount: (measure: Measure, currency: string, place: Place) => bigint;
  awardedOfClaimed: (currency: string, place: Place) => number | null;
  rows: Key[];
  columns: Key[];
};

export const figuresOf = ({ counts, kindAt, distinct, sums }: Facts): Figures => {
  const counted = new Map<string, number>();
  const count = (key: string, more: number) => counted.set(key, (counted.get(key) ?? 0) + more);
  /** Whether all kinds are meant there: a decision of several would be counted several times. */
  const isOfAllKinds = (key: string) => kindAt !== null && (JSON.parse(key) as string[])[kindAt] === ANY;
  for (const { keys, count: more } of counts) for (const key of placesOf(keys)) if (!isOfAllKinds(key)) count(key, more);
  for (const { keys, count: more } of distinct) for (const key of placesOf(keys)) if (isOfAllKinds(key)) count(key, more);

  const amounts = Object.fromEntries(MEASURES.map((measure) => [measure, new Map<string, Sums>()])) as Record<Measure, Map<string, Sums>>;
  for (const measure of MEASURES)
    for (const { keys, currency, amount } of sums[measure])
      for (const key of placesOf(keys)) amounts[measure].set(key, added(amounts[measure].get(key) ?? new Map(), currency, amount));

  const amountOf: Figures['amount'] = (measure, currency, { row, column }) => amounts[measure].get(keyOf(row, column))?.get(currency) ?? 0n;
  const all = [...counts, ...MEASURES.flatMap((measure) => sums[measure])];
  return {
    /**
     * Decisions: those whose day is in the period and that the filters leave, whatever they decided. One with several lines counts
     * once; where rows or columns are recovery kinds, once in each of its kinds, and once in their total. One without lines counts
     * too, with nothing claimed.
     */
    decisions: ({ row, column }) => counted.get(keyOf(row, column)) ?? 0,
    /** Claimed, awarded, collected: of all lines of those decisions, in one currency; what was collected, whenever it was. */
    amount: amountOf,
    /** Awarded ÷ claimed, in one currency: nothing where nothing was claimed. */
    awardedOfClaimed: (currency, place) => ratio(amountOf('awarded', currency, place), amountOf('claimed', currency, place)),
    rows: [...new Set(all.map(({ keys }) => keys[0] ?? null))],
    columns: [...new Set(all.flatMap(({ keys }) => (keys.length > 1 ? [keys[1] ?? null] : [])))],
  };
};
