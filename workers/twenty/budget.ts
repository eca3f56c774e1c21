import { setTimeout as sleep } from 'node:timers/promises';
import { jobContext } from '../job-context';

/** Who may use the last of the budget: what moves letters all of it, the others leave some for them. */
export type Priority = 'letters' | 'reminders' | 'rest' | 'registers';

const RESERVE: Record<Priority, number> = { letters: 0, reminders: 0.15, rest: 0.3, registers: 0.3 };

const MINUTE = 60_000;

/**
 * The workers' own copy of the bucket that Twenty keeps for API keys, so that they wait instead of being refused.
 *
 * Twenty refills in whole tokens and counts from the last operation, so what had not yet become a whole token is lost at each
 * operation: operations close together cost less than the same number spread out. The copy does the same.
 */
export class Budget {
  private tokens: number;
  private refilledAt = Date.now();
  private readonly spentFor: Record<Priority, number> = { letters: 0, reminders: 0, rest: 0, registers: 0 };
  private sparingUntil = 0;

  constructor(readonly capacity: number) {
    this.tokens = capacity;
  }

  /** How many operations were spent since the start. */
  get spent(): number {
    return Object.values(this.spentFor).reduce((all, each) => all + each);
  }

  spentOn(priority: Priority): number {
    return this.spentFor[priority];
  }

  get available(): number {
    const refill = Math.floor(((Date.now() - this.refilledAt) * this.capacity) / MINUTE);
    return Math.min(this.tokens + refill, this.capacity);
  }

  /** Whether there is enough to do at once what could also wait and be done together. */
  get isPlentiful(): boolean {
    return !this.isSparing && this.available >= this.capacity * 0.65;
  }

  get isSparing(): boolean {
    return Date.now() < this.sparingUntil;
  }

  /** Much is going on: from now on, for a while, what can wait is to be done together, before the budget is short. */
  spare(forMs: number): void {
    this.sparingUntil = Date.now() + forMs;
  }

  canSpare(operations: number, priority: Priority): boolean {
    return this.available - operations >= RESERVE[priority] * this.capacity;
  }

  async take(operations: number, priority: Priority): Promise<void> {
    while (!this.canSpare(operations, priority)) await sleep(MINUTE / this.capacity);
    this.tokens = this.available - operations;
    this.refilledAt = Date.now();
    this.spentFor[priority] += operations;
    const job = jobContext.getStore();
    if (job) job.spent += operations;
  }

  /** Twenty said that nothing is left: others use the same bucket. */
  exhaust(): void {
    this.tokens = 0;
    this.refilledAt = Date.now();
  }
}
