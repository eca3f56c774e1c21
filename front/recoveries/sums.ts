import { CURRENCIES } from '../lib/money';
import type { Ask } from '../reports/ask';
import { grouped } from '../reports/groups';
import { exact } from '../reports/money';
import { wholeGroups, type Dealing } from './wholeGroups';

/** What the lines of decisions add up to, each amount in its own currency. */

export const MEASURES = ['claimed', 'awarded', 'collected'] as const;
export type Measure = (typeof MEASURES)[number];

/** @param keys what it was grouped by */
export type Sum = { keys: (string | null)[]; currency: string; amount: bigint };

/** An amount without a currency is in the firm's own. */
const OWN = CURRENCIES[0]!;

const aggregateOf = (measure: Measure): string => `sum${measure[0]!.toUpperCase()}${measure.slice(1)}AmountMicros`;

type Wanted = { measure: Measure; by: object[]; filter: object[]; dealing?: Dealing & { expected: number } };

/** Sums of nothing are left out. */
export const sumsOf = async (ask: Ask, { measure, by, filter, dealing }: Wanted): Promise<Sum[]> => {
  const aggregate = aggregateOf(measure);
  const grouping = { object: 'recovery', by: [...by, { [measure]: { currencyCode: true } }], filter: { and: filter }, aggregates: [aggregate] };
  const groups = dealing ? await wholeGroups(ask, grouping, dealing, dealing.expected) : await grouped(ask, grouping);
  return groups.flatMap(({ keys, values }) => {
    const amount = exact(values[aggregate]);
    return amount === 0n ? [] : [{ keys: keys.slice(0, -1), currency: keys.at(-1) ?? OWN, amount }];
  });
};

/** The firm's own first, then the others by their letters. */
export const currenciesOf = (sums: Pick<Sum, 'currency'>[]): string[] => {
  const found = [...new Set(sums.map(({ currency }) => currency))].sort((one, other) => Number(other === OWN) - Number(one === OWN) || one.localeCompare(other));
  return found.length > 0 ? found : [OWN];
};
