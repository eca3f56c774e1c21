import { setTimeout as sleep } from 'node:timers/promises';
import { TwentyUnavailable } from './client';

/** How long lies between two attempts. */
export const WAIT_MS = 5_000;

/**
 * For commands that go on by themselves: Twenty may be away for a while, and whatever was being done is done again.
 *
 * @param mostAttempts after so many in vain the fault is thrown
 */
export const patient = (mostAttempts: number) => async <T>(work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof TwentyUnavailable) || attempt === mostAttempts) throw error;
      await sleep(WAIT_MS);
    }
  }
};
