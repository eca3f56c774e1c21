import type * as v from 'valibot';
import { ifAllowed } from '../case/data';
import { find } from '../lib/store';
import { useLoaded } from '../lib/useLoaded';
import { useWords } from '../lib/words';
import { useFilters } from './useFilters';

/** Which of the objects the viewer's role may not read. */
const lackingOf = async (needs: readonly string[]): Promise<string[]> => {
  const answers = await Promise.all(needs.map((object) => ifAllowed(find(object, 'id', { first: 1 }))));
  return needs.filter((_, at) => answers[at] === null);
};

/**
 * What every report begins with: the words, the filters as they were left, and whether the viewer may see it at all.
 *
 * @param needs the objects that its reader must be allowed to read; nothing is asked for before that is known
 */
export const useReport = <Schema extends v.GenericSchema>({ name, schema, needs }: { name: string; schema: Schema; needs: readonly string[] }) => {
  const words = useWords();
  const kept = useFilters(name, schema);
  const rights = useLoaded(() => lackingOf(needs), name);
  return { name, words, ...kept, rights, isOpen: kept.ready && rights.data?.length === 0 };
};

export type ReportState = Pick<ReturnType<typeof useReport>, 'name' | 'words' | 'views' | 'rights' | 'isOpen'>;

/** Loads once the report is open and its filters are right, and anew whenever they change. */
export const useReportData = <T>({ isOpen, wrong = null, key, load }: { isOpen: boolean; wrong?: string | null; key: unknown; load: () => Promise<T> }) => {
  const isWanted = isOpen && wrong === null;
  const loaded = useLoaded<{ of: string; value: T } | null>(
    async () => (isWanted ? { of: JSON.stringify(key), value: await load() } : null),
    `${isWanted} ${JSON.stringify(key)}`,
  );
  return { ...loaded, data: loaded.data?.value ?? null, isStale: loaded.data !== null && loaded.data?.of !== JSON.stringify(key) };
};

export type ReportData<T> = ReturnType<typeof useReportData<T>>;
