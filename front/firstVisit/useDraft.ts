import { useEffect, useRef, useState } from 'react';
import { ApiError } from '../lib/api';
import { put } from '../lib/store';
import { clientName, isWorthKeeping, packDraft, type Draft } from './form';

/** How long the typing must rest before it is saved by itself. */
const REST_MS = 2_000;

export type Keeping = { stage: 'nothing' } | { stage: 'saving' } | { stage: 'saved'; at: Date } | { stage: 'failed'; error: unknown };

/**
 * Keeps the form as a draft: by itself after a pause, and when asked.
 *
 * @param kept whether it was a draft when it was opened
 * @param active no longer once the case is being opened: a late draft would take the visit back
 */
export const useDraft = (draft: Draft, kept: boolean, active: boolean) => {
  const [keeping, setKeeping] = useState<Keeping>({ stage: 'nothing' });
  const latest = useRef(draft);
  latest.current = draft;
  const text = JSON.stringify(packDraft(draft));
  const written = useRef(kept ? text : '');
  const queue = useRef(Promise.resolve());

  /** One after the other, so that an older form never overwrites a newer one. */
  const save = (): Promise<void> => {
    queue.current = queue.current.then(async () => {
      const { form, ids } = latest.current;
      const packed = packDraft(latest.current);
      if (JSON.stringify(packed) === written.current) return setKeeping((before) => (before.stage === 'nothing' ? { stage: 'saved', at: new Date() } : before));
      setKeeping({ stage: 'saving' });
      try {
        await put('firstVisit', [{ id: ids.visit, visitStatus: 'DRAFT', name: clientName(form), draft: packed }]);
        written.current = JSON.stringify(packed);
        setKeeping({ stage: 'saved', at: new Date() });
      } catch (error) {
        setKeeping({ stage: 'failed', error });
      }
    });
    return queue.current;
  };

  const refused = keeping.stage === 'failed' && keeping.error instanceof ApiError && keeping.error.kind === 'permission';
  useEffect(() => {
    if (!active || refused || text === written.current || !isWorthKeeping(draft.form)) return;
    const timer = setTimeout(() => void save(), REST_MS);
    return () => clearTimeout(timer);
  }, [text, active, refused]);

  return { keeping, save, isKept: () => written.current !== '' };
};
