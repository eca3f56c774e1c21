import { useCallback, useEffect, useRef, useState } from 'react';
import { v4 as uuid } from 'uuid';
import * as v from 'valibot';
import { metadata } from '../lib/api';
import { find, put, remove } from '../lib/store';

/** A report's filters outlive the page: what somebody looked at last, and the views that they named, are records of theirs. */

export type View = { id: string; name: string; filters: unknown };
type Kept = { id: string; name: string | null; filters: unknown; isLast: boolean | null };

const VIEWER = 'query Viewer { currentUser { id workspaceMember { id } } }';
const WRITE_AFTER_MS = 1_000;

const loadKept = async (report: string): Promise<{ ownerId: string | null; kept: Kept[] }> => {
  const { currentUser } = await metadata<{ currentUser: { workspaceMember: { id: string } | null } }>(VIEWER);
  const ownerId = currentUser.workspaceMember?.id ?? null;
  if (ownerId === null) return { ownerId, kept: [] };
  const filter = { and: [{ report: { eq: report } }, { ownerId: { eq: ownerId } }] };
  return { ownerId, kept: await find<Kept>('reportView', 'id name filters isLast', { filter, orderBy: [{ name: 'AscNullsLast' }] }) };
};

/**
 * @param schema an object of fields with a fallback each (`v.fallback`): it takes the place of a kept value that is none any more
 */
export const useFilters = <Schema extends v.GenericSchema>(report: string, schema: Schema) => {
  type Filters = v.InferOutput<Schema>;
  const read = (value: unknown): Filters => {
    const result = v.safeParse(schema, value);
    return result.success ? result.output : v.parse(schema, {});
  };
  const [filters, setShown] = useState<Filters>(() => read({}));
  /** A change begins from the latest filters, also one that was typed before another was chosen. */
  const latest = useRef(filters);
  const setFilters = (next: Filters): void => {
    latest.current = next;
    setShown(next);
  };
  const [ready, setReady] = useState(false);
  const [views, setViews] = useState<View[]>([]);
  const owner = useRef<{ id: string | null; lastId: string | null }>({ id: null, lastId: null });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  useEffect(() => {
    void loadKept(report)
      .then(({ ownerId, kept }) => {
        const last = kept.find(({ isLast }) => isLast);
        owner.current = { id: ownerId, lastId: last?.id ?? null };
        setViews(kept.filter(({ isLast }) => !isLast).map(({ id, name, filters: of }) => ({ id, name: name ?? '', filters: of })));
        if (last) setFilters(read(last.filters));
      })
      // Whoever may not keep filters begins with those of everybody.
      .catch(() => undefined)
      .then(() => setReady(true));
    return () => clearTimeout(timer.current);
  }, [report]);

  const write = useCallback(async (row: { id: string; name: string; filters: unknown; isLast: boolean }) => {
    await put('reportView', [{ ...row, report, ownerId: owner.current.id }]);
  }, [report]);

  const set = (change: Partial<Filters>): void => {
    const next = { ...(latest.current as object), ...(change as object) } as Filters;
    setFilters(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (owner.current.id === null) return;
      owner.current.lastId ??= uuid();
      write({ id: owner.current.lastId, name: report, filters: next, isLast: true }).catch(() => undefined);
    }, WRITE_AFTER_MS);
  };

  return {
    filters,
    set,
    ready,
    views: {
      list: views,
      open: ({ filters: kept }: View) => set(read(kept) as Partial<Filters>),
      save: async (name: string) => {
        const same = views.find((view) => view.name === name);
        const view = { id: same?.id ?? uuid(), name, filters };
        await write({ ...view, isLast: false });
        setViews([...views.filter(({ id }) => id !== view.id), view].sort((one, other) => one.name.localeCompare(other.name)));
      },
      remove: async ({ id }: View) => {
        await remove('reportView', id);
        setViews(views.filter((view) => view.id !== id));
      },
    },
  };
};

export type Views = ReturnType<typeof useFilters>['views'];
