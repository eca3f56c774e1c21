import { useEffect, useRef, useState } from 'react';
import { v4 } from 'uuid';
import { verdictOn, writeDeed, type Deed } from './letter';

/** What has become of the row a person wrote. */
export type Progress =
  | { stage: 'idle' }
  | { stage: 'writing' }
  | { stage: 'waiting' }
  /** The row is written and nobody has answered yet: the workers are down or busy. */
  | { stage: 'late' }
  | { stage: 'applied' }
  | { stage: 'refused'; why: string | null }
  | { stage: 'failed'; error: unknown };

export type NewDeed = Omit<Deed, 'id'>;

const ASK_EVERY_MS = 800;
const PATIENCE_MS = 20_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Writes one history row and follows it until the workers have decided. */
export const useDeed = (onDecided?: (progress: Progress) => void) => {
  const [progress, setProgress] = useState<Progress>({ stage: 'idle' });
  const alive = useRef(true);
  // Kept over a failed attempt, so that trying again cannot write a second row.
  const id = useRef(v4());
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);

  const follow = async () => {
    const until = Date.now() + PATIENCE_MS;
    setProgress({ stage: 'waiting' });
    while (alive.current && Date.now() < until) {
      // The row is written: a failure to ask about it is no failure of the deed.
      const verdict = await verdictOn(id.current).catch(() => null);
      if (verdict?.outcome === 'APPLIED' || verdict?.outcome === 'REFUSED') {
        id.current = v4();
        const decided: Progress =
          verdict.outcome === 'APPLIED' ? { stage: 'applied' } : { stage: 'refused', why: verdict.refusal || null };
        setProgress(decided);
        onDecided?.(decided);
        return;
      }
      await pause(ASK_EVERY_MS);
    }
    setProgress({ stage: 'late' });
  };

  const run = async (deed: NewDeed) => {
    setProgress({ stage: 'writing' });
    try {
      await writeDeed({ id: id.current, ...deed });
    } catch (error) {
      setProgress({ stage: 'failed', error });
      return;
    }
    await follow();
  };

  return { progress, run, follow, reset: () => setProgress({ stage: 'idle' }) };
};
