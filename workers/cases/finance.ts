/** What a case has claimed, been awarded and collected. */
import type { Bundle, Part } from './bundle';
import type { Instance, Money, Problem } from './problems';

type Recovery = Part<'recoveries'>;
export type CaseFinance = { claimed: Money; awarded: Money; collected: Money; lastPaymentAt: string | null };

const RANK: Record<Instance, number> = { FIRST: 1, APPEAL: 2, CASSATION: 3, SUPERVISORY: 4 };
export const rankOf = (instance: Instance | null | undefined): number => (instance ? RANK[instance] : 0);

/** Micros as whole numbers: the sum of many is more than a double holds exactly. */
const micros = ({ amountMicros }: Money): bigint | null =>
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

export const financeOf = ({ recoveries, courtDecisions }: Pick<Bundle, 'recoveries' | 'courtDecisions'>): { finance: CaseFinance; problems: Problem[] } => {
  const currency = currencyOfMost(recoveries);
  const isOther = (line: Recovery) => (currencyOf(line) ?? currency) !== currency;
  const counted = recoveries.filter((line) => !isOther(line));
  const decisions = new Map(courtDecisions.map((decision) => [decision.id, decision]));
  const rank = ({ courtDecisionId, courtDecision }: Recovery): number => {
    const decision = decisions.get(courtDecisionId ?? '');
    return rankOf(courtDecision?.instance ?? decision?.courtFiling?.instance);
  };
  const kinds = [...new Set(counted.map(({ kindId }) => kindId))].map((kind) => counted.filter(({ kindId }) => kindId === kind));
  /** Of each kind, the lines of one instance: what was claimed at first, what was awarded in the end. */
  const atInstance = (field: 'claimed' | 'awarded', choose: (...ranks: number[]) => number): bigint | null =>
    kinds.reduce<bigint | null>((total, lines) => {
      const filled = lines.filter((line) => micros(line[field]) !== null);
      const chosen = choose(...filled.map(rank));
      const amount = sum(filled.filter((line) => rank(line) === chosen), field);
      return amount === null ? total : (total ?? 0n) + amount;
    }, null);
  const money = (amount: bigint | null): Money => ({ amountMicros: amount === null ? null : String(amount), currencyCode: amount === null ? null : currency });
  const paid = recoveries.filter(({ collected }) => (micros(collected) ?? 0n) > 0n).flatMap(({ collectedAt }) => collectedAt ?? []);
  return {
    finance: {
      claimed: money(atInstance('claimed', Math.min)),
      awarded: money(atInstance('awarded', Math.max)),
      collected: money(sum(counted, 'collected')),
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
