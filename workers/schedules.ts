import type { Queue } from 'bullmq';
import type { Logger } from 'pino';
import { JobName, JOB_OPTIONS, QueueName, SCHEDULES } from './queues';

const CHECK_MS = 3_000;
/** How much longer than its rhythm a schedule may stand still. */
const PATIENCE_MS = 10_000;
/** After a wipe of Redis another worker may still be writing what it had begun; what it sent off lands first. */
const SETTLE_MS = 5_000;

/** Keeps the schedules in Redis as they must be, whoever wipes it: Redis is where work is queued, never where it is known. */
export class Schedules {
  private timer: NodeJS.Timeout | null = null;
  private checking = false;
  private readonly seen = new Map<JobName, { next: number; since: number }>();

  constructor(
    private readonly queues: Record<QueueName, Queue>,
    private readonly logger: Logger,
  ) {}

  start(): void {
    // Without a listener each would print its own stack for every attempt to reach Redis, which its connection has told already.
    for (const queue of Object.values(this.queues)) queue.on('error', (error) => this.logger.debug({ error: error.message }, 'queue error'));
    this.timer = setInterval(() => void this.check(), CHECK_MS);
    // The schedules first: without them Redis does not know that one job runs at a time.
    void this.check().then(() => this.mend());
  }

  /** What a worker left half done when it ended is mended when one begins. */
  private mend(): void {
    this.queues[QueueName.LETTERS].add(JobName.RECONCILE, {}, JOB_OPTIONS).catch(() => undefined);
    this.queues[QueueName.REMINDERS].add(JobName.FIRE, {}, JOB_OPTIONS).catch(() => undefined);
    this.queues[QueueName.CASES].add(JobName.SWEEP, {}, JOB_OPTIONS).catch(() => undefined);
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer);
  }

  private async check(): Promise<void> {
    // While Redis is away the commands of the last check still wait for it.
    if (this.checking) return;
    this.checking = true;
    try {
      for (const { queue, job, everyMs } of SCHEDULES) await this.assert(this.queues[queue], job, everyMs);
    } catch (error) {
      this.logger.debug({ error: String(error) }, 'the schedules could not be checked');
    } finally {
      this.checking = false;
    }
  }

  /**
   * A schedule stands still when its next moment has not changed for longer than its rhythm, by this process's own watch: the clocks
   * of two workers may differ, and the moment was told by the other's.
   */
  private async assert(queue: Queue, job: JobName, everyMs: number): Promise<void> {
    const scheduler = await queue.getJobScheduler(job);
    const seen = this.seen.get(job);
    const next = scheduler?.next ?? 0;
    if (scheduler?.every === everyMs) {
      if (seen?.next !== next) return void this.seen.set(job, { next, since: performance.now() });
      if (performance.now() - seen.since < everyMs + PATIENCE_MS) return;
    }
    this.seen.delete(job);
    // One job of a queue at a time, over all processes: any number of workers may run.
    await queue.setGlobalConcurrency(1);
    if (scheduler) await queue.removeJobScheduler(job);
    const startDate = seen && !scheduler ? { startDate: Date.now() + SETTLE_MS } : {};
    await queue.upsertJobScheduler(job, { every: everyMs, ...startDate }, { name: job, data: {}, opts: JOB_OPTIONS });
    if (!scheduler) this.logger.info({ queue: queue.name, job, everyMs }, 'scheduled');
  }
}
