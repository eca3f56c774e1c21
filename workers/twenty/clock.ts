/**
 * Twenty's time. Rows carry the server's moments, and workers on several machines decide over the same rows: a worker whose own clock
 * is wrong would remind too early or too late, and look for what is new in the wrong minute. Each answer of Twenty's says its time.
 */

/** How far the server's time is ahead of this process's own watch, in milliseconds: between the two. */
export type Bounds = { least: number; most: number };

/** @param serverSecond of the answer's `Date`; the other two by the own watch */
export type Answer = { serverSecond: number; sentAt: number; receivedAt: number };

/** The header tells whole seconds, and a busy server tells the second before a little longer. */
const SECOND_MS = 1_000;
const BUSY_MS = 250;

/** Quick answers narrow the bounds, slow ones teach nothing. One that contradicts them tells that a clock was set: it counts alone. */
export const narrowed = (before: Bounds | null, { serverSecond, sentAt, receivedAt }: Answer): Bounds => {
  const told = { least: serverSecond - receivedAt, most: serverSecond + SECOND_MS + BUSY_MS - sentAt };
  if (before === null) return told;
  const both = { least: Math.max(before.least, told.least), most: Math.min(before.most, told.most) };
  return both.least <= both.most ? both : told;
};

export class Clock {
  private bounds: Bounds | null = null;

  /** The own watch only runs on: unlike the machine's clock nobody sets it. */
  heard(date: string | null, sentAt: number, receivedAt = performance.now()): void {
    const serverSecond = Date.parse(date ?? '');
    if (!Number.isNaN(serverSecond)) this.bounds = narrowed(this.bounds, { serverSecond, sentAt, receivedAt });
  }

  now(): Date {
    if (this.bounds === null) return new Date();
    return new Date(Math.round(performance.now() + (this.bounds.least + this.bounds.most) / 2));
  }
}
