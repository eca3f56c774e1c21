import { nodes, records, type Connection } from './api';

/** Reading and writing records by the name of their object, as Twenty names its operations. */

const PLURALS: Record<string, string> = { person: 'people', serviceStatus: 'serviceStatuses', company: 'companies', correspondenceHistory: 'correspondenceHistories', recovery: 'recoveries', clientFolderEntry: 'clientFolderEntries' };

export const pluralOf = (object: string): string => PLURALS[object] ?? `${object}s`;
export const typeOf = (name: string): string => name[0]!.toUpperCase() + name.slice(1);

type Wanted = { filter?: object; orderBy?: object[]; first?: number };

/** @param fields the selection, as in GraphQL: `id name client { id }` */
export const find = async <T>(object: string, fields: string, { filter = {}, orderBy = [], first = 1000 }: Wanted = {}): Promise<T[]> => {
  const plural = pluralOf(object);
  const query = `query Find($filter: ${typeOf(object)}FilterInput, $orderBy: [${typeOf(object)}OrderByInput], $first: Int) {
    ${plural}(filter: $filter, orderBy: $orderBy, first: $first) { edges { node { ${fields} } } }
  }`;
  return nodes((await records<Record<string, Connection<T>>>(query, { filter, orderBy, first }))[plural]!);
};

export const findById = async <T>(object: string, id: string, fields: string): Promise<T | null> =>
  (await find<T>(object, fields, { filter: { id: { eq: id } }, first: 1 }))[0] ?? null;

/** Twenty takes so many records at once. */
const AT_ONCE = 200;

export const update = async (object: string, ids: string[], data: object): Promise<void> => {
  const query = `mutation Update($filter: ${typeOf(object)}FilterInput!, $data: ${typeOf(object)}UpdateInput!) {
    update${typeOf(pluralOf(object))}(filter: $filter, data: $data) { id }
  }`;
  for (let at = 0; at < ids.length; at += AT_ONCE) await records(query, { filter: { id: { in: ids.slice(at, at + AT_ONCE) } }, data });
};

/**
 * Creates records whose ids we chose, or changes those that are there already. So it may be repeated, with the same ids, whenever
 * it is not known whether it came through. Not by Twenty's own upsert: that clears the date of deletion of what is there, which
 * only who may delete may write.
 */
export const put = async (object: string, rows: ({ id: string } & Record<string, unknown>)[]): Promise<void> => {
  const operation = `create${typeOf(pluralOf(object))}`;
  const query = `mutation Put($data: [${typeOf(object)}CreateInput!]!) { ${operation}(data: $data) { id } }`;
  const found = await find<{ id: string }>(object, 'id', { filter: { id: { in: rows.map(({ id }) => id) } } });
  const isThere = ({ id }: { id: string }) => found.some((record) => record.id === id);
  const fresh = rows.filter((row) => !isThere(row));
  for (let at = 0; at < fresh.length; at += AT_ONCE) await records(query, { data: fresh.slice(at, at + AT_ONCE) });
  for (const { id, ...data } of rows.filter(isThere)) await update(object, [id], data);
};

export const remove = async (object: string, id: string): Promise<void> => {
  await records(`mutation Remove($id: UUID!) { delete${typeOf(object)}(id: $id) { id } }`, { id });
};

const ASK_EVERY_MS = 800;
const PATIENCE_MS = 20_000;

/** Asks until there is an answer; null when none comes in time: the workers are down or busy. */
export const awaited = async <T>(ask: () => Promise<T | null>): Promise<T | null> => {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    // What was written is written: a failure to ask about it is no failure of the deed.
    const answer = await ask().catch(() => null);
    if (answer !== null) return answer;
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
  return null;
};
