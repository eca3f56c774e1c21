import { AsyncLocalStorage } from 'node:async_hooks';

/** Which job is running: named in each line of the log, and charged with the operations it spends. */
export const jobContext = new AsyncLocalStorage<{ name: { queue: string; jobId?: string; job: string }; spent: number }>();
