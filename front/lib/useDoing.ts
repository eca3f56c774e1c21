import { useState } from 'react';

export type Doing = { stage: 'idle' } | { stage: 'busy' } | { stage: 'done' } | { stage: 'failed'; error: unknown };

/** One thing that a button does, and what has become of it. */
export const useDoing = () => {
  const [doing, setDoing] = useState<Doing>({ stage: 'idle' });
  const run = async (work: () => Promise<unknown>): Promise<boolean> => {
    setDoing({ stage: 'busy' });
    try {
      await work();
      setDoing({ stage: 'done' });
      return true;
    } catch (error) {
      setDoing({ stage: 'failed', error });
      return false;
    }
  };
  return { doing, run, busy: doing.stage === 'busy', reset: () => setDoing({ stage: 'idle' }) };
};
