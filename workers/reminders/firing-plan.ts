import { JobName, JOB_OPTIONS, type RemindersQueue } from '../queues';
import type { Clock } from '../twenty/clock';
import { LOOK_AHEAD_MS } from './reminders';

const LONGEST_STEP_MS = 10_000;
/** Twenty's clock is known to within about a second: a look just before the moment would find nothing due. */
const MARGIN_MS = 300;

/**
 * Has a look at what is due made at its moment. By a watch of this process and not a delayed job: that would wait by the clock of
 * whichever worker takes it. One that is lost with the process costs nothing but lateness: the regular look finds what is due.
 */
export class FiringPlan {
  private readonly stepMs: number;
  private readonly planned = new Set<number>();

  constructor(
    private readonly queue: RemindersQueue,
    private readonly clock: Clock,
    intervalMs: number,
  ) {
    this.stepMs = Math.min(LONGEST_STEP_MS, intervalMs / 2);
  }

  /** Firings close together share one look: moments are rounded up to a step, far below the minute that a firing may be late. */
  fireAt(nextAt: string): void {
    const at = Math.round(Math.ceil(Date.parse(nextAt) / this.stepMs) * this.stepMs);
    const delay = Math.max(0, at - this.clock.now().getTime()) + MARGIN_MS;
    if (delay > LOOK_AHEAD_MS || this.planned.has(at)) return;
    this.planned.add(at);
    setTimeout(() => {
      this.planned.delete(at);
      // Not waited for: where Redis is away, letters need not stand still for it.
      this.queue.add(JobName.FIRE, { plannedFor: nextAt }, JOB_OPTIONS).catch(() => undefined);
    }, delay).unref();
  }
}
