import { useCallback, useEffect, useRef, useState } from 'react';

type Loaded<T> = { data: T | null; error: unknown; loading: boolean; loadedAt: number | null };

/** Loads once, and again on demand. What was loaded stays on the screen while it is loaded anew, also when that fails. */
export const useLoaded = <T>(load: () => Promise<T>, key: string) => {
  const [state, setState] = useState<Loaded<T>>({ data: null, error: null, loading: true, loadedAt: null });
  const latest = useRef(0);
  const reload = useCallback(async () => {
    const call = ++latest.current;
    setState((before) => ({ ...before, loading: true }));
    const result = await load().then(
      (data) => ({ data, error: null, loadedAt: Date.now() }),
      (error: unknown) => ({ error }),
    );
    // A slower, older answer must not overwrite a newer one.
    if (call === latest.current) setState((before) => ({ ...before, ...result, loading: false }));
  }, [key]);
  useEffect(() => {
    void reload();
  }, [reload]);
  return { ...state, reload };
};
