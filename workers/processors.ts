import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import type { Job } from 'bullmq';
import type { Logger } from 'pino';
import { Docket } from './cases/docket';
import { Desk } from './correspondence/desk';
import { jobContext } from './job-context';
import { JobName, QueueName, WORKER_OPTIONS, type JobData } from './queues';
import { Reminders } from './reminders/reminders';
import { LOGGER } from './tokens';
import { Budget } from './twenty/budget';
import { TwentyUnavailable } from './twenty/client';

/** Runs a job under its name. That Twenty is away is no failure of the job: the next one tries again. */
const inJob = (job: Job, logger: Logger, budget: Budget, run: () => Promise<object>): Promise<unknown> => {
  const context = { name: { queue: job.queueName, jobId: job.id, job: job.name }, spent: 0 };
  return jobContext.run(context, async () => {
    try {
      const done = await run();
      // Looks that found nothing are most of them.
      if (Object.values(done).some(Boolean)) logger.debug({ ...done, spent: context.spent, operations: budget.spent, ofThemRegisters: budget.spentOn('registers') }, 'job done');
      return done;
    } catch (error) {
      if (error instanceof TwentyUnavailable) return { waiting: error.message };
      throw error;
    }
  });
};

abstract class Host extends WorkerHost {
  protected abstract readonly logger: Logger;

  @OnWorkerEvent('failed')
  onFailed(job: Job | undefined, error: Error): void {
    this.logger.error({ queue: job?.queueName, jobId: job?.id, job: job?.name, error: error.message, stack: error.stack }, 'job failed');
  }

  /** Without a listener these would end the process. What Redis says when it is away is said by its own connection. */
  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.logger.debug({ error: error.message }, 'queue error');
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
    @Inject(LOGGER) protected readonly logger: Logger,
  ) {
    super();
  }

  process(job: Job<JobData[JobName.LOOK | JobName.RECONCILE]>): Promise<unknown> {
    const run = job.name === JobName.RECONCILE ? () => this.reconcile() : () => this.desk.look();
    return inJob(job, this.logger, this.budget, run);
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
    @Inject(Budget) private readonly budget: Budget,
    @Inject(LOGGER) protected readonly logger: Logger,
  ) {
    super();
  }

  process(job: Job<JobData[JobName.FIRE]>): Promise<unknown> {
    return inJob(job, this.logger, this.budget, () => this.reminders.fire());
  }
}

@Processor(QueueName.CASES, WORKER_OPTIONS)
export class CasesProcessor extends Host {
  constructor(
    @Inject(Docket) private readonly docket: Docket,
    @Inject(Budget) private readonly budget: Budget,
    @Inject(LOGGER) protected readonly logger: Logger,
  ) {
    super();
  }

  process(job: Job<JobData[JobName.DOCKET | JobName.SWEEP]>): Promise<unknown> {
    return inJob(job, this.logger, this.budget, () => (job.name === JobName.SWEEP ? this.docket.sweep() : this.docket.look()));
  }
}
