/**
 * The registers as the contributions of all cases make them. Pure: each case is a member of a set, and what it adds is taken in
 * place of what it added before, so nothing is counted twice however often it is taken.
 */
import { isDeepStrictEqual } from 'node:util';
import { courtDecisionTotalId, eventDurationId } from '../identifiers';
import { AMOUNTS, totalCell, type CaseDecisions, type Counted, type TotalCell } from './decisions';
import { durationCell, durationFigures, durationKey, expectation, type CaseDurations, type Distribution, type DurationCell, type Expectation } from './durations';

export type Contribution = { durations: CaseDurations; decisions: CaseDecisions };

const NOTHING: Contribution = { durations: {}, decisions: {} };

type Counts = Map<number, number>;
type Sum = { micros: bigint; cases: number };
type Total = { cases: number; decisions: number; distinctDecisions: number } & Record<(typeof AMOUNTS)[number], Sum>;

const emptyTotal = (): Total => {
  const nothing = (): Sum => ({ micros: 0n, cases: 0 });
  return { cases: 0, decisions: 0, distinctDecisions: 0, claimed: nothing(), awarded: nothing(), collected: nothing() };
};

/** Group and direction, and the group alone: each event is counted at these levels too. */
const levelsAbove = ({ eventGroup, directionId }: DurationCell): string[] => [`${eventGroup}/${directionId}`, `${eventGroup}`];

const distributionOf = (counts: Counts | undefined): Distribution => [...(counts ?? [])].sort(([fewer], [more]) => fewer - more);

export type RowOf<Cell> = Cell & { id: string } & Record<string, unknown>;

export class Book {
  private readonly cases = new Map<string, Contribution>();
  /** The cases that told how long their events took, be it that they have none. */
  private readonly told = new Set<string>();
  private readonly durations = new Map<string, Counts>();
  private readonly levels = new Map<string, Counts>();
  private readonly totals = new Map<string, Total>();
  /** The cells in which something changed since they were last taken away. */
  private readonly changed = { durations: new Set<string>(), totals: new Set<string>() };

  has(caseId: string): boolean {
    return this.told.has(caseId);
  }

  contribution(caseId: string): Contribution {
    return this.cases.get(caseId) ?? NOTHING;
  }

  set(caseId: string, contribution: Partial<Contribution>): void {
    const before = this.contribution(caseId);
    const after = { ...before, ...contribution };
    this.cases.set(caseId, after);
    if (contribution.durations) this.told.add(caseId);
    if (!isDeepStrictEqual(before.durations, after.durations)) {
      this.count(before.durations, -1);
      this.count(after.durations, 1);
    }
    if (!isDeepStrictEqual(before.decisions, after.decisions)) {
      this.sum(before.decisions, -1);
      this.sum(after.decisions, 1);
    }
  }

  forget(caseId: string): void {
    this.set(caseId, NOTHING);
    this.cases.delete(caseId);
    this.told.delete(caseId);
  }

  /** The cells that changed, once. */
  takeChanged(): { durations: string[]; totals: string[] } {
    const { durations, totals } = this.changed;
    const changed = { durations: [...durations], totals: [...totals] };
    durations.clear();
    totals.clear();
    return changed;
  }

  /** Those that could not be written. */
  putBack(changed: { durations: string[]; totals: string[] }): void {
    for (const key of changed.durations) this.changed.durations.add(key);
    for (const key of changed.totals) this.changed.totals.add(key);
  }

  get changes(): { durations: number; totals: number } {
    return { durations: this.changed.durations.size, totals: this.changed.totals.size };
  }

  get durationKeys(): string[] {
    return [...this.durations.keys()];
  }

  get totalKeys(): string[] {
    return [...this.totals.keys()];
  }

  /** A row of the register of durations; null where nothing adds to it. */
  duration(key: string): RowOf<DurationCell> | null {
    const counts = this.durations.get(key);
    if (!counts) return null;
    const distribution = distributionOf(counts);
    return { id: eventDurationId(key), ...durationCell(key), ...durationFigures(distribution), distribution };
  }

  /** A row of the register of decisions; null where nothing adds to it. */
  total(key: string): RowOf<TotalCell> | null {
    const total = this.totals.get(key);
    if (!total) return null;
    const cell = totalCell(key);
    const money = ({ micros, cases }: Sum) => ({ amountMicros: cases > 0 ? String(micros) : null, currencyCode: cell.currencyCode });
    const { decisions, distinctDecisions, claimed, awarded, collected } = total;
    return {
      id: courtDecisionTotalId(key), ...cell, decisions, distinctDecisions, claimed: money(claimed), awarded: money(awarded), collected: money(collected),
    };
  }

  /** How long a new event is expected to take. */
  expected(cell: DurationCell, normDays: number | null): Expectation | null {
    const levels = [this.durations.get(durationKey(cell)), ...levelsAbove(cell).map((level) => this.levels.get(level))];
    return expectation(levels.map(distributionOf), normDays);
  }

  private count(durations: CaseDurations, sign: 1 | -1): void {
    for (const [key, days] of Object.entries(durations)) {
      this.changed.durations.add(key);
      const levels = levelsAbove(durationCell(key));
      for (const each of days) {
        add(this.durations, key, each, sign);
        for (const level of levels) add(this.levels, level, each, sign);
      }
    }
  }

  private sum(decisions: CaseDecisions, sign: 1 | -1): void {
    for (const [key, counted] of Object.entries(decisions)) {
      this.changed.totals.add(key);
      const total = this.totals.get(key) ?? emptyTotal();
      total.cases += sign;
      addCounted(total, counted, sign);
      if (total.cases > 0) this.totals.set(key, total);
      else this.totals.delete(key);
    }
  }
}

const add = (counters: Map<string, Counts>, key: string, days: number, sign: 1 | -1): void => {
  const counts = counters.get(key) ?? new Map<number, number>();
  const count = (counts.get(days) ?? 0) + sign;
  if (count > 0) counts.set(days, count);
  else counts.delete(days);
  if (counts.size > 0) counters.set(key, counts);
  else counters.delete(key);
};

const addCounted = (total: Total, counted: Counted, sign: 1 | -1): void => {
  total.decisions += sign * counted.decisions;
  total.distinctDecisions += sign * counted.distinctDecisions;
  for (const field of AMOUNTS) {
    const amount = counted[field];
    if (amount === null) continue;
    total[field].micros += BigInt(sign) * BigInt(amount);
    total[field].cases += sign;
  }
};
