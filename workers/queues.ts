import type { Queue } from 'bullmq';

export enum QueueName {
  /** Whatever moves letters: one job at a time, so that each sees what the one before it wrote. */
  LETTERS = 'letters',
  REMINDERS = 'reminders',
  /** What follows from the records of the cases. */
  CASES = 'cases',
  /** Long work that people ask for by a record. */
  INTAKE = 'intake',
}

export enum JobName {
  LOOK = 'look',
  RECONCILE = 'reconcile',
  FIRE = 'fire',
  DOCKET = 'docket',
  SWEEP = 'sweep',
  INTAKE = 'intake',
}

/** What a job carries. Next to nothing: all truth is in Twenty, and Redis may lose any job. */
export type JobData = {
  [JobName.LOOK]: object;
  [JobName.RECONCILE]: object;
  [JobName.FIRE]: { plannedFor?: string };
  [JobName.DOCKET]: object;
  [JobName.SWEEP]: object;
  [JobName.INTAKE]: object;
};

export type RemindersQueue = Queue<JobData[JobName.FIRE], unknown, JobName.FIRE>;

export const SCHEDULES = [
  // At one operation a look, and one more for new letters at every third, this stays within 40 operations a minute when idle.
  { queue: QueueName.LETTERS, job: JobName.LOOK, everyMs: 2_500 },
  { queue: QueueName.LETTERS, job: JobName.RECONCILE, everyMs: 60_000 },
  { queue: QueueName.REMINDERS, job: JobName.FIRE, everyMs: 30_000 },
  // At two operations a look and ten a sweep, within 30 operations a minute when idle. Two looks, with the registers written at
  // every second one, are less than the ten seconds in which a register is to be right.
  { queue: QueueName.CASES, job: JobName.DOCKET, everyMs: 4_600 },
  { queue: QueueName.CASES, job: JobName.SWEEP, everyMs: 300_000 },
  // At one operation a look, within 12 a minute when idle.
  { queue: QueueName.INTAKE, job: JobName.INTAKE, everyMs: 5_000 },
] as const;

export const JOB_OPTIONS = { removeOnComplete: true, removeOnFail: 100 } as const;

/** A killed worker's job holds up the queue until its lock runs out, so locks are short; work that is alive renews them. */
export const WORKER_OPTIONS = { concurrency: 1, lockDuration: 8_000, stalledInterval: 2_000, maxStalledCount: 10 } as const;
