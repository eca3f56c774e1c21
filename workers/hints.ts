import type { Queue } from 'bullmq';
import type { Hint } from './http/hooks';
import { JobName, JOB_OPTIONS, QueueName } from './queues';
import type { Budget } from './twenty/budget';

/** Of many hints close together one look is made. */
const AT_MOST_EVERY_MS: Record<Hint, number> = { [JobName.LOOK]: 1_000, [JobName.DOCKET]: 2_000 };
const QUEUES: Record<Hint, QueueName> = { [JobName.LOOK]: QueueName.LETTERS, [JobName.DOCKET]: QueueName.CASES };

/** Looks at once, while there is plenty to spend; what is hinted at is found anyway. */
export const follow =
  (queues: Queue[], budget: Budget) =>
  async (hint: Hint): Promise<void> => {
    const queue = queues.find(({ name }) => name === QUEUES[hint]);
    if (queue && budget.isPlentiful) await queue.add(hint, {}, { ...JOB_OPTIONS, deduplication: { id: `hint-${hint}`, ttl: AT_MOST_EVERY_MS[hint] } });
  };
