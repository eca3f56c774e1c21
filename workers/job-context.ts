import { AsyncLocalStorage } from 'node:async_hooks';

export type JobContext = {
  /** Named in each line of the log. */
  name: { queue: string; jobId?: string; job: string };
  /** Operations of Twenty's API. */
  spent: number;
  /** Whether this process still holds the job. Redis may have been wiped meanwhile, and another have begun the next. */
  isHeld: () => Promise<boolean>;
};

/** Which job is running. */
export const jobContext = new AsyncLocalStorage<JobContext>();

/** Whether no other worker can have begun the same since this job did. Where Redis does not tell, it may have. */
export const isStillHeld = async (): Promise<boolean> => {
  const job = jobContext.getStore();
  return job === undefined || job.isHeld().catch(() => false);
};
