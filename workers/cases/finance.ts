/** What a case has claimed, been awarded and collected. */
import type { Bundle, Part } from './bundle';
import type { Instance, Money, Problem } from './problems';

type Recovery = Part<'recoveries'>;
export type CaseFinance = { claimed: Money; awarded: Money; collected: Money; lastPaymentAt: string | null };

const RANK: Record<Instance, number> = { FIRST: 1, APPEAL: 2, CASSATION: 3, SUPERVISORY: 4 };
export const rankOf = (instance: Instance | null | undefined): number => (instance ? RANK[instance] : 0);

/** Micros as whole numbers: the sum of many is more than a double holds exactly. */
export const micros = ({ amountMicros }: Money): bigint | null =>
  amountMicros === null || amountMicros === '' ? null : BigInt(typeof amountMicros === 'number' ? Math.round(amountMicros) : amountMicros.split('.')[0]!);

const sum = (lines: Recovery[], field: 'claimed' | 'awarded' | 'collected'): bigint | null =>
  lines.reduce<bigint | null>((total, line) => {
    const amount = micros(line[field]);
    return amount === null ? total : (total ?? 0n) + amount;
  }, null);

const AMOUNTS = ['claimed', 'awarded', 'collected'] as const;
const currencyOf = (line: Recovery): string | null =>
  AMOUNTS.map((field) => (micros(line[field]) === null ? null : line[field].currencyCode)).find((code) => code !== null) ?? null;

const DEFAULT_CURRENCY = 'RUB';

/** The currency of most lines; of equally many, the first by its letters. */
const currencyOfMost = (lines: Recovery[]): string => {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const currency = currencyOf(line);
    if (currency !== null) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  return [...counts].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1))[0]?.[0] ?? DEFAULT_CURRENCY;
};

/** Of a line: whether its claimed and its awarded amount count, and whether it is the line by which its kind counts its decision. */
export type Counting = { countsAsClaimed: boolean; countsAsAwarded: boolean; isFirstOfKind: boolean };

/**
 * Which lines count, so that nobody adds up one claim heard at two instances. Of the lines of one kind in one currency, those of
 * one instance count: for what was claimed the lowest at which anything was, for what was awarded the highest. All that was
 * collected counts. A decision counts once in each kind of which it has lines, by the line with the smallest id: the same line
 * whoever looks.
 */
export const countingOf = ({ recoveries, courtDecisions }: Pick<Bundle, 'recoveries' | 'courtDecisions'>): Map<string, Counting> => {
  const decisions = new Map(courtDecisions.map((decision) => [decision.id, decision]));
  const rank = ({ courtDecisionId, courtDecision }: Recovery): number =>
    rankOf(courtDecision?.instance ?? decisions.get(courtDecisionId ?? '')?.courtFiling?.instance);
  const counted = (field: 'claimed' | 'awarded', choose: (...ranks: number[]) => number): Set<string> => {
    const filled = recoveries.filter((line) => micros(line[field]) !== null);
    const chosen = new Map<string, number>();
    const keyOf = (line: Recovery) => `${line.kindId} ${line[field].currencyCode}`;
    for (const line of filled) chosen.set(keyOf(line), choose(chosen.get(keyOf(line)) ?? rank(line), rank(line)));
    return new Set(filled.filter((line) => rank(line) === chosen.get(keyOf(line))).map(({ id }) => id));
  };
  const claimed = counted('claimed', Math.min);
  const awarded = counted('awarded', Math.max);
  const firsts = new Map<string, string>();
  for (const { id, courtDecisionId, kindId } of recoveries) {
    const key = `${courtDecisionId} ${kindId}`;
    const first = firsts.get(key);
    if (courtDecisionId !== null && (first === undefined || id < first)) firsts.set(key, id);
  }
  const first = new Set(firsts.values());
  return new Map(recoveries.map(({ id }) => [id, { countsAsClaimed: claimed.has(id), countsAsAwarded: awarded.has(id), isFirstOfKind: first.has(id) }]));
};

export const financeOf = ({ recoveries, courtDecisions }: Pick<Bundle, 'recoveries' | 'courtDecisions'>): { finance: CaseFinance; problems: Problem[] } => {
  const currency = currencyOfMost(recoveries);
  const isOther = (line: Recovery) => (currencyOf(line) ?? currency) !== currency;
  const inCurrency = recoveries.filter((line) => !isOther(line));
  const counting = countingOf({ recoveries: inCurrency, courtDecisions });
  const money = (amount: bigint | null): Money => ({ amountMicros: amount === null ? null : String(amount), currencyCode: amount === null ? null : currency });
  const paid = recoveries.filter(({ collected }) => (micros(collected) ?? 0n) > 0n).flatMap(({ collectedAt }) => collectedAt ?? []);
  return {
    finance: {
      claimed: money(sum(inCurrency.filter(({ id }) => counting.get(id)!.countsAsClaimed), 'claimed')),
      awarded: money(sum(inCurrency.filter(({ id }) => counting.get(id)!.countsAsAwarded), 'awarded')),
      collected: money(sum(inCurrency, 'collected')),
      lastPaymentAt: paid.sort().at(-1) ?? null,
    },
    problems: recoveries.some(isOther) ? [{ code: 'SECOND_CURRENCY', fields: [] }] : [],
  };
};

export const isAnythingCollected = (recoveries: Recovery[]): boolean => recoveries.some(({ collected }) => (micros(collected) ?? 0n) > 0n);

/** Twenty gives micros as a number, so beyond what a double holds the same amount comes back a little different. */
export const sameMoney = (one: Money, other: Money): boolean => {
  const [a, b] = [micros(one), micros(other)];
  if (a === null || b === null) return a === b;
  return Number(a) === Number(b) && (one.currencyCode ?? null) === (other.currencyCode ?? null);
};
