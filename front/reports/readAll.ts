import { nodes, type Connection } from '../lib/api';
import type { Ask } from './ask';
import { pluralOf, typeOf } from '../lib/store';

/** Twenty gives no more records at once. */
const AT_ONCE = 5000;

export type TooMany = { kind: 'tooMany'; count: number };

/**
 * All records of a filter: a page, and what is left in further pages at once.
 *
 * @param most of more than these nothing is read but how many they are
 */
export const readAll = async <T>(ask: Ask, { object, fields, filter, most }: { object: string; fields: string; filter: object; most: number }): Promise<T[] | TooMany> => {
  const [plural, type] = [pluralOf(object), typeOf(object)];
  const query = `query Page($filter: ${type}FilterInput, $first: Int, $offset: Int) {
    ${plural}(filter: $filter, first: $first, offset: $offset, orderBy: [{ id: AscNullsLast }]) { totalCount edges { node { ${fields} } } }
  }`;
  const page = async (offset: number) => (await ask<Record<string, { totalCount: number } & Connection<T>>>(query, { filter, first: AT_ONCE, offset }))[plural]!;
  const first = await page(0);
  if (first.totalCount > most) return { kind: 'tooMany', count: first.totalCount };
  const offsets = Array.from({ length: Math.max(0, Math.ceil(first.totalCount / AT_ONCE) - 1) }, (_, at) => (at + 1) * AT_ONCE);
  return [first, ...(await Promise.all(offsets.map(page)))].flatMap(nodes);
};
