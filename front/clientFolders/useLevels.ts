import { useCallback, useEffect, useState } from 'react';
import { loadLevel } from './data';
import { TOP, type Level } from './tree';

/** What was unfolded of the tree, read level by level. */
export const useLevels = () => {
  const [levels, setLevels] = useState<ReadonlyMap<string, Level>>(new Map());
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [error, setError] = useState<unknown>(null);

  const read = useCallback(async (of: string, known: Level | null) => {
    try {
      const level = await loadLevel(of, known);
      setLevels((before) => new Map([...before, [of, level]]));
      setError(null);
    } catch (failure) {
      setError(failure);
    }
  }, []);
  useEffect(() => {
    void read(TOP, null);
  }, [read]);

  const unfold = (ids: string[]) => {
    setOpen((before) => new Set([...before, ...ids]));
    for (const id of ids) if (!levels.has(id)) void read(id, null);
  };
  const toggle = (id: string) => (open.has(id) ? setOpen(new Set([...open].filter((each) => each !== id))) : unfold([id]));
  /** After a change: what is in sight is read anew. */
  const reload = async (also: string[] = []) => {
    await Promise.all([...new Set([TOP, ...open, ...also])].map((of) => read(of, null)));
  };
  return { levels, open, error, toggle, unfold, reload, more: (of: string) => read(of, levels.get(of) ?? null) };
};
