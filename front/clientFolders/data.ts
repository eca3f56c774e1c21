import { v4 } from 'uuid';
import { records } from '../lib/api';
import { like } from '../lib/like';
import { fullName } from '../lib/office';
import { searchCompanies, searchPeople } from '../lib/RecordPicker';
import { find, findById, put, remove, update } from '../lib/store';
import { grouped } from '../reports/groups';
import { isCycle, TOP, type FolderRow, type Level } from './tree';

const FOLDER = 'id name parentId path problem regionId directionId';
/** As many as Twenty counts at once. */
export const PAGE = 200;
const MOST_FOUND = 30;
/** Deeper than anybody nests folders. */
const DEEPEST = 60;

const placed = (parentId: string) => ({ parentId: parentId === TOP ? { is: 'NULL' } : { eq: parentId } });

const countsBy = async (object: string, field: string, ids: string[]): Promise<Map<string, number>> => {
  const groups = await grouped(records, { object, by: [{ [field]: true }], filter: { [field]: { in: ids } } });
  return new Map(groups.flatMap(({ keys, count }) => (keys[0] ? [[keys[0], count] as const] : [])));
};

/** @param known those that are shown already; the next ones come after them */
export const loadLevel = async (parentId: string, known: Level | null): Promise<Level> => {
  const last = known?.rows.at(-1);
  const after = last ? [{ or: [{ name: { gt: last.name ?? '' } }, { and: [{ name: { eq: last.name ?? '' } }, { id: { gt: last.id } }] }] }] : [];
  const found = await find<FolderRow>('clientFolder', FOLDER, {
    filter: { and: [placed(parentId), ...after] }, orderBy: [{ name: 'AscNullsFirst' }, { id: 'AscNullsLast' }], first: PAGE + 1,
  });
  const rows = found.slice(0, PAGE);
  const ids = rows.map(({ id }) => id);
  const [folders, clients] = ids.length === 0 ? [new Map<string, number>(), new Map<string, number>()] : await Promise.all([countsBy('clientFolder', 'parentId', ids), countsBy('clientFolderEntry', 'clientFolderId', ids)]);
  const counts = ids.map((id) => [id, { folders: folders.get(id) ?? 0, clients: clients.get(id) ?? 0 }] as const);
  return { rows: [...(known?.rows ?? []), ...rows], counts: new Map([...(known?.counts ?? []), ...counts]), isAll: found.length <= PAGE };
};

/** The folder and those that it lies in, the nearest first. */
export const loadWay = async (id: string): Promise<FolderRow[]> => {
  const way: FolderRow[] = [];
  for (let at: string | null = id; at !== null && way.length < DEEPEST && !isCycle(at, way); ) {
    const folder: FolderRow | null = await findById<FolderRow>('clientFolder', at, FOLDER);
    if (!folder) break;
    way.push(folder);
    at = folder.parentId;
  }
  return way;
};

type Client = { id: string; name: string };
export type Entry = { id: string; client: (Client & { kind: 'person' | 'company' }) | null; folder: Pick<FolderRow, 'id' | 'name' | 'path'> | null };
type EntryRecord = { id: string; person: { id: string; name: { firstName: string; lastName: string } | null } | null; company: { id: string; name: string | null } | null; clientFolder: Entry['folder'] };
const ENTRY = 'id person { id name { firstName lastName } } company { id name } clientFolder { id name path }';

const entryOf = ({ id, person, company, clientFolder }: EntryRecord): Entry => ({
  id,
  folder: clientFolder,
  client: person ? { kind: 'person', id: person.id, name: fullName(person.name) } : company ? { kind: 'company', id: company.id, name: company.name ?? '' } : null,
});

export const loadEntries = async (folderId: string, count: number): Promise<{ entries: Entry[]; isAll: boolean }> => {
  const found = await find<EntryRecord>('clientFolderEntry', ENTRY, { filter: { clientFolderId: { eq: folderId } }, orderBy: [{ name: 'AscNullsLast' }, { id: 'AscNullsLast' }], first: count + 1 });
  return { entries: found.slice(0, count).map(entryOf), isAll: found.length <= count };
};

export const findFolders = (text: string): Promise<FolderRow[]> =>
  find('clientFolder', FOLDER, { filter: { name: like(text) }, orderBy: [{ path: 'AscNullsLast' }], first: MOST_FOUND });

/** Folders by name, and where clients of such a name lie. */
export const search = async (text: string): Promise<{ folders: FolderRow[]; entries: Entry[] }> => {
  const [folders, people, companies] = await Promise.all([findFolders(text), searchPeople(text), searchCompanies(text)]);
  const named = [{ personId: { in: people.map(({ id }) => id) } }, { companyId: { in: companies.map(({ id }) => id) } }].filter((each) => Object.values(each)[0]!.in.length > 0);
  const entries = named.length > 0 ? await find<EntryRecord>('clientFolderEntry', ENTRY, { filter: { or: named }, first: MOST_FOUND }) : [];
  return { folders, entries: entries.map(entryOf) };
};

export const newId = (): string => v4();
export const createFolder = (id: string, name: string, parentId: string): Promise<void> => put('clientFolder', [{ id, name, parentId: parentId === TOP ? null : parentId }]);
export const changeFolder = (id: string, data: Partial<Pick<FolderRow, 'name' | 'regionId' | 'directionId'>>): Promise<void> => update('clientFolder', [id], data);

/** @returns false where it would lie in itself: asked of Twenty as it is now, somebody else may have moved it meanwhile */
export const moveFolder = async (id: string, parentId: string): Promise<boolean> => {
  if (parentId !== TOP && isCycle(id, await loadWay(parentId))) return false;
  await update('clientFolder', [id], { parentId: parentId === TOP ? null : parentId });
  return true;
};

/** @returns false where the folder is not empty */
export const removeFolder = async (id: string): Promise<boolean> => {
  const [below, entries] = await Promise.all([find('clientFolder', 'id', { filter: { parentId: { eq: id } }, first: 1 }), find('clientFolderEntry', 'id', { filter: { clientFolderId: { eq: id } }, first: 1 })]);
  if (below.length + entries.length > 0) return false;
  await remove('clientFolder', id);
  return true;
};

/** @returns false where the client lies there already */
export const addClient = async (folderId: string, kind: 'person' | 'company', client: Client): Promise<boolean> => {
  const field = `${kind}Id`;
  const there = await find('clientFolderEntry', 'id', { filter: { and: [{ clientFolderId: { eq: folderId } }, { [field]: { eq: client.id } }] }, first: 1 });
  if (there.length > 0) return false;
  await put('clientFolderEntry', [{ id: v4(), name: client.name, clientFolderId: folderId, [field]: client.id }]);
  return true;
};

export const moveEntries = (ids: string[], clientFolderId: string): Promise<void> => update('clientFolderEntry', ids, { clientFolderId });
export const removeEntries = async (ids: string[]): Promise<void> => {
  for (const id of ids) await remove('clientFolderEntry', id);
};
