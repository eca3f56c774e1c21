import { setTimeout as sleep } from 'node:timers/promises';
import { jobContext } from '../job-context';
import type { SharedBucket } from './shared-bucket';

/** Who may use the last of the budget: what moves letters all of it, the others leave some for them. */
export type Priority = 'letters' | 'reminders' | 'rest' | 'registers';

const RESERVE: Record<Priority, number> = { letters: 0, reminders: 0.15, rest: 0.3, registers: 0.3 };

const MINUTE = 60_000;

/**
 * The workers' own copy of the bucket that Twenty keeps for API keys, so that they wait instead of being refused.
 *
 * Twenty refills in whole tokens and counts from the last operation, so what had not yet become a whole token is lost at each
 * operation: operations close together cost less than the same number spread out. The copy does the same.
 *
 * All processes take from one copy in Redis. Each keeps what it last saw of it: enough to judge by whether something can wait, and to
 * go on with while Redis is away.
 */
export class Budget {
  private tokens: number;
  private refilledAt = performance.now();
  private sparingUntil = 0;
  readonly spentFor: Record<Priority, number> = { letters: 0, reminders: 0, rest: 0, registers: 0 };
  /** How often Twenty said that nothing was left. */
  refused = 0;
  private isClosing = false;

  constructor(
    readonly capacity: number,
    private readonly shared: SharedBucket | null = null,
  ) {
    this.tokens = capacity;
  }

  /** How many operations this process spent since the start. */
  get spent(): number {
    return Object.values(this.spentFor).reduce((all, each) => all + each);
  }

  spentOn(priority: Priority): number {
    return this.spentFor[priority];
  }

  get available(): number {
    const refill = Math.floor(((performance.now() - this.refilledAt) * this.capacity) / MINUTE);
    return Math.min(this.tokens + refill, this.capacity);
  }

  /** Whether there is enough to do at once what could also wait and be done together. */
  get isPlentiful(): boolean {
    return !this.isSparing && this.available >= this.capacity * 0.65;
  }

  get isSparing(): boolean {
    return performance.now() < this.sparingUntil;
  }

  /** Much is going on: from now on, for a while, what can wait is to be done together, before the budget is short. */
  spare(forMs: number): void {
    this.sparingUntil = performance.now() + forMs;
    void this.ask({ spareMs: forMs });
  }

  canSpare(operations: number, priority: Priority): boolean {
    return this.available - operations >= RESERVE[priority] * this.capacity;
  }

  /** @returns false where the process ends before it is had */
  async take(operations: number, priority: Priority): Promise<boolean> {
    while (!(await this.tryToTake(operations, priority))) {
      if (this.isClosing) return false;
      await sleep(MINUTE / this.capacity);
    }
    this.spentFor[priority] += operations;
    const job = jobContext.getStore();
    if (job) job.spent += operations;
    return true;
  }

  /** The process ends: what is there may still be used, and nobody waits for more. */
  close(): void {
    this.isClosing = true;
  }

  /** Twenty said that nothing is left: others use the same bucket. */
  exhaust(): void {
    this.refused += 1;
    this.set(0);
    void this.ask({ exhausts: true });
  }

  /** What all processes spent in the last minute; while Redis is away nobody knows. */
  async operationsAMinute(): Promise<number> {
    return (await this.ask({}))?.aMinute ?? NaN;
  }

  private async tryToTake(operations: number, priority: Priority): Promise<boolean> {
    // Others only ever take: what is not there by the own view is not there at all.
    if (!this.canSpare(operations, priority)) return false;
    const seen = await this.ask({ operations, reserve: RESERVE[priority] * this.capacity });
    if (seen) return seen.isTaken;
    if (!this.canSpare(operations, priority)) return false;
    this.set(this.available - operations);
    return true;
  }

  private async ask({ operations = 0, reserve = 0, spareMs = 0, exhausts = false }: { operations?: number; reserve?: number; spareMs?: number; exhausts?: boolean }) {
    const view = { tokens: this.tokens, sinceMs: performance.now() - this.refilledAt };
    const seen = (await this.shared?.ask({ capacity: this.capacity, operations, reserve, view, spareMs, exhausts })) ?? null;
    if (seen) {
      this.set(seen.tokens, seen.sinceMs);
      this.sparingUntil = performance.now() + seen.sparingMs;
    }
    return seen;
  }

  private set(tokens: number, sinceMs = 0): void {
    this.tokens = tokens;
    this.refilledAt = performance.now() - sinceMs;
  }
}
