import { added, ratio, type Sums } from '../reports/money';
import { currenciesOf, type Sum } from '../recoveries/sums';

/** The figures of the finance report. A place of its table is a row, and of the rows by instance a kind within one. */

export const FIGURES = ['claimed', 'awarded', 'collected', 'received'] as const;
export type Figure = (typeof FIGURES)[number];

export type Key = string | null;
export type Facts = {
  /**
   * By row, or by instance and kind.
   *
   * - claimed, awarded: of the lines whose decision's day is in the period. Where no instance is chosen, of one claim heard at
   *   several instances what was claimed at the first and awarded at the last counts; at an instance, what was claimed and
   *   awarded there.
   * - collected: of the same lines, all that was, whenever it was.
   * - received: what was collected on a day of the period, whenever it was awarded.
   */
  sums: Record<Figure, Sum[]>;
  /** Of the whole table: a claim counts once in it, though it has a row at each instance. */
  totals: Record<Figure, Sum[]>;
};

export type Place = Key[];
export type Amounts = (figure: Figure, place: Place) => bigint;

const keyOf = (keys: Key[]): string => JSON.stringify(keys);

export type Figures = {
  currencies: string[];
  rows: Key[];
  /** The second keys below a row. */
  below: (row: Key) => Key[];
  of: (currency: string) => Amounts;
};

export const figuresOf = ({ sums, totals }: Facts): Figures => {
  const amounts = new Map<string, Sums>();
  const put = (figure: Figure, keys: Key[], { currency, amount }: Sum) => {
    const key = `${figure} ${keyOf(keys)}`;
    amounts.set(key, added(amounts.get(key) ?? new Map(), currency, amount));
  };
  for (const figure of FIGURES) {
    for (const sum of sums[figure]) sum.keys.forEach((_, depth) => put(figure, sum.keys.slice(0, depth + 1), sum));
    for (const sum of totals[figure]) put(figure, [], sum);
  }
  const all = FIGURES.flatMap((figure) => sums[figure]);
  return {
    currencies: currenciesOf([...all, ...FIGURES.flatMap((figure) => totals[figure])]),
    rows: [...new Set(all.map(({ keys }) => keys[0] ?? null))],
    below: (row) => [...new Set(all.filter(({ keys }) => keys.length > 1 && keys[0] === row).map(({ keys }) => keys[1] ?? null))],
    of: (currency) => (figure, place) => amounts.get(`${figure} ${keyOf(place)}`)?.get(currency) ?? 0n,
  };
};

/** Not awarded: claimed less awarded. Below zero where more was awarded than claimed, as when the claim was decided on in another period. */
export const notAwarded = (amount: Amounts, place: Place): bigint => amount('claimed', place) - amount('awarded', place);

/** Not collected: awarded less collected. Below zero where more was collected than awarded. */
export const notCollected = (amount: Amounts, place: Place): bigint => amount('awarded', place) - amount('collected', place);

/** Awarded ÷ claimed: nothing where nothing was claimed. */
export const awardedOfClaimed = (amount: Amounts, place: Place): number | null => ratio(amount('awarded', place), amount('claimed', place));

/** Collected ÷ awarded: nothing where nothing was awarded. */
export const collectedOfAwarded = (amount: Amounts, place: Place): number | null => ratio(amount('collected', place), amount('awarded', place));

/** What is left of a table's totals once some of its rows are shown. */
export const remainder = (totals: Sum[], shown: Sum[]): Sum[] => {
  const left: Sums = new Map();
  for (const { currency, amount } of totals) added(left, currency, amount);
  for (const { currency, amount } of shown) added(left, currency, -amount);
  return [...left].filter(([, amount]) => amount !== 0n).map(([currency, amount]) => ({ keys: [], currency, amount }));
};
