import type * as v from 'valibot';
import { ifAllowed } from '../case/data';
import { records } from '../lib/api';
import { find } from '../lib/store';
import { useLoaded } from '../lib/useLoaded';
import { useWords } from '../lib/words';
import { loadTimeZone, todayIn, viewersTimeZone } from './period';
import { useFilters } from './useFilters';

/** Which of the objects the viewer's role may not read, and the office's clock. */
const begin = async (needs: readonly string[]): Promise<{ lacking: string[]; timeZone: string }> => {
  const [timeZone, ...answers] = await Promise.all([
    ifAllowed(loadTimeZone(records)), ...needs.map((object) => ifAllowed(find(object, 'id', { first: 1 }))),
  ]);
  return { lacking: needs.filter((_, at) => answers[at] === null), timeZone: timeZone ?? viewersTimeZone() };
};

/**
 * What every report begins with: the words, the filters as they were left, the office's clock, and whether the viewer may see it.
 *
 * @param needs the objects that its reader must be allowed to read; nothing is asked for before that is known
 */
export const useReport = <Schema extends v.GenericSchema>({ name, schema, needs }: { name: string; schema: Schema; needs: readonly string[] }) => {
  const words = useWords();
  const kept = useFilters(name, schema);
  const begun = useLoaded(() => begin(needs), name);
  const timeZone = begun.data?.timeZone ?? viewersTimeZone();
  return { name, words, ...kept, begun, isOpen: kept.ready && begun.data?.lacking.length === 0, timeZone, today: todayIn(timeZone, new Date()) };
};

export type ReportState = Pick<ReturnType<typeof useReport>, 'name' | 'words' | 'views' | 'begun' | 'isOpen'>;

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
