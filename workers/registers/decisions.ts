/**
 * The register of court decisions: what courts decided in a month, by top direction, region, recovery kind and currency. Pure.
 *
 * Counted are the living decisions and recovery lines of living cases: a line in the month of its decision, at each instance by
 * itself; each amount in the row of its own currency. What has no date, direction, region or kind is in the row that has none;
 * a decision without lines, and a line without amounts, in the one without currency. A line that names a decision of another
 * case adds its amounts, not the decision.
 */
import { micros } from '../cases/finance';
import type { Money } from '../cases/problems';

export type TotalCell = {
  /** Its first day. */
  month: string | null;
  rootDirectionId: string | null;
  regionId: string | null;
  recoveryKindId: string | null;
  currencyCode: string | null;
};

export const AMOUNTS = ['claimed', 'awarded', 'collected'] as const;
/** What is counted in a row. Amounts in micros; null where nobody wrote any. */
export type Counted = { decisions: number; distinctDecisions: number } & Record<(typeof AMOUNTS)[number], string | null>;
/** What a case adds to the register, by cell. */
export type CaseDecisions = Record<string, Counted>;

const SEPARATOR = '|';
const PARTS = ['month', 'rootDirectionId', 'regionId', 'recoveryKindId', 'currencyCode'] as const satisfies (keyof TotalCell)[];
export const totalKey = (cell: TotalCell): string => PARTS.map((part) => cell[part] ?? '').join(SEPARATOR);
export const totalCell = (key: string): TotalCell => {
  const values = key.split(SEPARATOR);
  return Object.fromEntries(PARTS.map((part, index) => [part, values[index] || null])) as TotalCell;
};

const DEFAULT_CURRENCY = 'RUB';

type Line = { courtDecisionId: string | null; kindId: string | null; decidedAt: string | null } & Record<(typeof AMOUNTS)[number], Money>;
type Decision = { id: string; decidedAt: string | null };

export const decisionsOf = (input: {
  rootDirectionId: string | null;
  regionId: string | null;
  decisions: Decision[];
  /** `decidedAt` is that of the decision. */
  lines: Line[];
}): CaseDecisions => {
  const { rootDirectionId, regionId, decisions, lines } = input;
  const counted: CaseDecisions = {};
  const rowOf = (decidedAt: string | null, recoveryKindId: string | null, currencyCode: string | null): [key: string, row: Counted] => {
    const key = totalKey({ month: decidedAt && `${decidedAt.slice(0, 7)}-01`, rootDirectionId, regionId, recoveryKindId, currencyCode });
    return [key, (counted[key] ??= { decisions: 0, distinctDecisions: 0, claimed: null, awarded: null, collected: null })];
  };
  /** The rows in which a decision has lines: by kind, and of one kind by currency, it is counted once in the first. */
  const rowsOf = new Map<string, Set<string>>(decisions.map(({ id }) => [id, new Set()]));
  for (const line of lines) {
    const amounts = AMOUNTS.flatMap((field) => {
      const amount = micros(line[field]);
      return amount === null ? [] : [{ field, amount, currency: line[field].currencyCode ?? DEFAULT_CURRENCY }];
    });
    for (const currency of amounts.length > 0 ? new Set(amounts.map((each) => each.currency)) : [null]) {
      const [key, row] = rowOf(line.decidedAt, line.kindId, currency);
      for (const { field, amount } of amounts.filter((each) => each.currency === currency)) row[field] = String(BigInt(row[field] ?? 0) + amount);
      rowsOf.get(line.courtDecisionId ?? '')?.add(key);
    }
  }
  for (const { id, decidedAt } of decisions) {
    const keys = [...rowsOf.get(id)!].sort();
    if (keys.length === 0) keys.push(rowOf(decidedAt, null, null)[0]);
    for (const key of keys) counted[key]!.decisions += 1;
    counted[keys[0]!]!.distinctDecisions += 1;
  }
  return counted;
};
