import { JobName, JOB_OPTIONS, type RemindersQueue } from '../queues';
import { LOOK_AHEAD_MS } from './reminders';

const LONGEST_STEP_MS = 10_000;

/** Puts a firing into the queue for its moment. A lost one costs nothing but lateness: the regular look finds what is due. */
export class FiringPlan {
  private readonly stepMs: number;

  constructor(
    private readonly queue: RemindersQueue,
    intervalMs: number,
  ) {
    this.stepMs = Math.min(LONGEST_STEP_MS, intervalMs / 2);
  }

  /** Firings close together share one look: moments are rounded up to a step, far below the minute that a firing may be late. */
  fireAt(nextAt: string): void {
    const at = Math.ceil(Date.parse(nextAt) / this.stepMs) * this.stepMs;
    const delay = Math.max(0, Math.round(at - Date.now()));
    if (delay > LOOK_AHEAD_MS) return;
    // Not waited for: where Redis is away, letters need not stand still for it.
    this.queue.add(JobName.FIRE, { plannedFor: nextAt }, { ...JOB_OPTIONS, delay, jobId: `fire-${Math.round(at)}` }).catch(() => undefined);
  }
}
