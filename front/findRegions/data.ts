import { v4 } from 'uuid';
import { RUN, type Run } from '../classification/data';
import { find, findById, put } from '../lib/store';

export type Selection = { people: string[]; companies: string[] };

const AT_ONCE = 500;

/** Which of them are people and which are companies is not told. */
export const sorted = async (ids: string[]): Promise<Selection> => {
  const selection: Selection = { people: [], companies: [] };
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const filter = { id: { in: ids.slice(at, at + AT_ONCE) } };
    const [people, companies] = await Promise.all([find<{ id: string }>('person', 'id', { filter }), find<{ id: string }>('company', 'id', { filter })]);
    selection.people.push(...people.map(({ id }) => id));
    selection.companies.push(...companies.map(({ id }) => id));
  }
  return selection;
};

export const newRunId = (): string => v4();

/** @param id chosen by who asks, so that asking twice is asking once */
export const startRun = (id: string, name: string, selection: Selection): Promise<void> => put('classificationRun', [{ id, name, status: 'REQUESTED', scope: 'SELECTED', selection }]);

export const loadRun = (id: string): Promise<Run | null> => findById('classificationRun', id, RUN);
