import { useState } from 'react';

export type Below<T> = { stage: 'busy' } | { stage: 'failed'; error: unknown } | { stage: 'read'; value: T };

/**
 * What is unfolded of a tree whose branches are read when first they are asked for, by the ids of their rows.
 *
 * @param key another one is another tree, all of it folded
 */
export const useTree = <T>(key: string) => {
  const [tree, setTree] = useState<{ key: string; open: ReadonlySet<string>; below: ReadonlyMap<string, Below<T>> }>({ key, open: new Set(), below: new Map() });
  const { open, below } = tree.key === key ? tree : { open: new Set<string>(), below: new Map<string, Below<T>>() };
  // What comes late, of a tree that is not shown any more, is for nobody.
  const put = (id: string, state: Below<T>) => setTree((before) => (before.key === key ? { ...before, below: new Map(before.below).set(id, state) } : before));

  const toggle = (id: string, read?: () => Promise<T>): void => {
    const isOpen = open.has(id);
    setTree({ key, below, open: new Set(isOpen ? [...open].filter((each) => each !== id) : [...open, id]) });
    // What failed is asked for again when it is unfolded again.
    if (!read || isOpen || ['busy', 'read'].includes(below.get(id)?.stage ?? '')) return;
    put(id, { stage: 'busy' });
    read().then((value) => put(id, { stage: 'read', value }), (error: unknown) => put(id, { stage: 'failed', error }));
  };

  return { isOpen: (id: string) => open.has(id), below: (id: string) => below.get(id) ?? null, toggle };
};
