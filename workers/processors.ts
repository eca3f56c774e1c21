import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Inject, Injectable } from '@nestjs/common';
import type { Job } from 'bullmq';
import type { Logger } from 'pino';
import { Docket } from './cases/docket';
import { Desk } from './correspondence/desk';
import { Intake } from './intake/intake';
import { jobContext, type JobContext } from './job-context';
import { Metrics, type JobResult, type Outcome } from './metrics';
import { JobName, QueueName, WORKER_OPTIONS, type JobData } from './queues';
import { Reminders } from './reminders/reminders';
import { LOGGER } from './tokens';
import { Turns } from './turns';
import { Budget } from './twenty/budget';
import { TwentyUnavailable } from './twenty/client';

/** What each processor has besides its work. */
@Injectable()
export class JobRunner {
  constructor(
    @Inject(Budget) private readonly budget: Budget,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(Turns) private readonly turns: Turns,
    @Inject(LOGGER) readonly logger: Logger,
  ) {}

  /** Runs a job under its name. That Twenty is away is no failure of the job: the next one tries again. */
  async run(job: Job, token: string | undefined, work: () => Promise<object & JobResult>): Promise<unknown> {
    const name = { queue: job.queueName, jobId: job.id, job: job.name };
    const [startedAt, was] = [performance.now(), { over: false }];
    // What goes on after the job, such as a letter still being mailed, holds nothing and may write.
    const isLast = await this.turns.take(job.queueName);
    const isLocked = async () => token !== undefined && (await job.extendLock(token, WORKER_OPTIONS.lockDuration)) === 1;
    const isHeld = async () => was.over || ((await isLocked()) && (await isLast()));
    const context: JobContext = { name, spent: 0, isHeld };
    const ended = (outcome: Outcome, result?: JobResult) => this.metrics.done({ queue: job.queueName, job: job.name, outcome, ms: performance.now() - startedAt }, result);
    return jobContext.run(context, async () => {
      try {
        const done = await work();
        // Of each letter and reminder a figure: for Prometheus, and too many for the log and Redis.
        const { lagsMs, latenessMs, due, ...told } = done;
        ended('done', { lagsMs, latenessMs, due });
        await this.tell(told, context);
        return told;
      } catch (error) {
        const isWaiting = error instanceof TwentyUnavailable;
        ended(isWaiting ? 'waiting' : 'failed');
        if (isWaiting) return { waiting: error.message };
        throw error;
      } finally {
        was.over = true;
      }
    });
  }

  /** Looks that found nothing are most of them. */
  private async tell(done: object, { spent }: JobContext): Promise<void> {
    if (!Object.values(done).some(Boolean) || !this.logger.isLevelEnabled('debug')) return;
    const { budget } = this;
    const aMinute = await budget.operationsAMinute();
    this.logger.debug({ ...done, spent, operations: budget.spent, ofThemRegisters: budget.spentOn('registers'), aMinute }, 'job done');
  }
}

abstract class Host extends WorkerHost {
  protected abstract readonly jobs: JobRunner;

  @OnWorkerEvent('failed')
  onFailed(job: Job | undefined, error: Error): void {
    this.jobs.logger.error({ queue: job?.queueName, jobId: job?.id, job: job?.name, error: error.message, stack: error.stack }, 'job failed');
  }

  /** Without a listener these would end the process. What Redis says when it is away is said by its own connection. */
  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.jobs.logger.debug({ error: error.message }, 'queue error');
  }
}

const RECONCILE_AT_LEAST_MS = 300_000;

@Processor(QueueName.LETTERS, WORKER_OPTIONS)
export class LettersProcessor extends Host {
  private reconciledAt = 0;

  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(Reminders) private readonly reminders: Reminders,
    @Inject(Budget) private readonly budget: Budget,
    @Inject(JobRunner) protected readonly jobs: JobRunner,
  ) {
    super();
  }

  process(job: Job<JobData[JobName.LOOK | JobName.RECONCILE]>, token?: string): Promise<unknown> {
    return this.jobs.run(job, token, job.name === JobName.RECONCILE ? () => this.reconcile() : () => this.desk.look());
  }

  /** Letters come first, so a short budget puts this off, but not for ever. */
  private async reconcile(): Promise<object> {
    const isOverdue = Date.now() - this.reconciledAt > RECONCILE_AT_LEAST_MS;
    const isShort = this.budget.isSparing || !this.budget.canSpare(10, 'reminders');
    if (isShort && !isOverdue) return { skipped: 'the budget is short' };
    const done = await this.reminders.reconcile();
    this.reconciledAt = Date.now();
    return { ...done, reconciled: true };
  }
}

@Processor(QueueName.REMINDERS, WORKER_OPTIONS)
export class RemindersProcessor extends Host {
  constructor(
    @Inject(Reminders) private readonly reminders: Reminders,
    @Inject(JobRunner) protected readonly jobs: JobRunner,
  ) {
    super();
  }

  process(job: Job<JobData[JobName.FIRE]>, token?: string): Promise<unknown> {
    return this.jobs.run(job, token, () => this.reminders.fire());
  }
}

@Processor(QueueName.CASES, WORKER_OPTIONS)
export class CasesProcessor extends Host {
  constructor(
    @Inject(Docket) private readonly docket: Docket,
    @Inject(JobRunner) protected readonly jobs: JobRunner,
  ) {
    super();
  }

  process(job: Job<JobData[JobName.DOCKET | JobName.SWEEP]>, token?: string): Promise<unknown> {
    return this.jobs.run(job, token, () => (job.name === JobName.SWEEP ? this.docket.sweep() : this.docket.look()));
  }
}

@Processor(QueueName.INTAKE, WORKER_OPTIONS)
export class IntakeProcessor extends Host {
  constructor(
    @Inject(Intake) private readonly intake: Intake,
    @Inject(JobRunner) protected readonly jobs: JobRunner,
  ) {
    super();
  }

  process(job: Job<JobData[JobName.INTAKE]>, token?: string): Promise<unknown> {
    return this.jobs.run(job, token, () => this.intake.look());
  }
}
