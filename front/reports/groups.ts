import { pluralOf, typeOf } from '../lib/store';
import type { Ask } from './ask';

/** Grouping by Twenty's own `…GroupBy`. */

/** @param keys the group's values, in the order of what it was grouped by; null for none */
export type Group = { keys: (string | null)[]; count: number; values: Record<string, number | null> };

export type Grouping = {
  object: string;
  /** Each as GraphQL takes it: `{ clientId: true }`, `{ decidedAt: { granularity: 'MONTH' } }`. */
  by: object[];
  filter?: object;
  /** Beside the count: `sumClaimedAmountMicros`, `avgHeldMinutes` … */
  aggregates?: string[];
  orderBy?: object[];
  limit?: number;
};

/** Twenty gives no more groups at once. */
export const MOST_GROUPS = 200;

type Row = { groupByDimensionValues: (string | null)[] | null; totalCount: number } & Record<string, number | null>;

/** One request. Ordered as asked for, else as Twenty likes. */
export const grouped = async (ask: Ask, { object, by, filter = {}, aggregates = [], orderBy, limit = MOST_GROUPS }: Grouping): Promise<Group[]> => {
  const operation = `${pluralOf(object)}GroupBy`;
  const type = typeOf(object);
  const query = `query Groups($by: [${type}GroupByInput!]!, $filter: ${type}FilterInput, $orderBy: [${type}OrderByWithGroupByInput!], $limit: Int) {
    ${operation}(groupBy: $by, filter: $filter, orderBy: $orderBy, limit: $limit) { groupByDimensionValues totalCount ${aggregates.join(' ')} }
  }`;
  const answer = await ask<Record<string, Row[]>>(query, { by, filter, limit, ...(orderBy ? { orderBy } : {}) });
  return answer[operation]!.map(({ groupByDimensionValues, totalCount, ...values }) => ({
    keys: (groupByDimensionValues ?? []).map((key) => (key === '' ? null : key)),
    count: totalCount,
    values,
  }));
};

/** Aggregates of all records of a filter. */
export const totals = async (ask: Ask, { object, filter = {}, aggregates = [] }: Pick<Grouping, 'object' | 'filter' | 'aggregates'>): Promise<Omit<Group, 'keys'>> => {
  const plural = pluralOf(object);
  const query = `query Totals($filter: ${typeOf(object)}FilterInput) { ${plural}(filter: $filter, first: 1) { totalCount ${aggregates.join(' ')} } }`;
  const { totalCount, ...values } = (await ask<Record<string, { totalCount: number } & Record<string, number | null>>>(query, { filter }))[plural]!;
  return { count: totalCount, values };
};

/**
 * Several requests at once, none of which can have more groups than Twenty gives: the values of one field are dealt out among them.
 *
 * @param slice the field, all the values that it can have (null for none), and how many groups each of them can have
 */
export const groupedInSlices = async (
  ask: Ask,
  { slice, ...grouping }: Grouping & { slice: { field: string; values: (string | null)[]; groupsEach: number } },
): Promise<Group[]> => {
  const size = Math.max(1, Math.floor(MOST_GROUPS / slice.groupsEach));
  const slices = Array.from({ length: Math.ceil(slice.values.length / size) }, (_, at) => slice.values.slice(at * size, (at + 1) * size));
  const answers = await Promise.all(
    slices.map((values) => {
      const some = values.filter((value) => value !== null);
      const among = [...(some.length > 0 ? [{ [slice.field]: { in: some } }] : []), ...(values.includes(null) ? [{ [slice.field]: { is: 'NULL' } }] : [])];
      return grouped(ask, { ...grouping, filter: { and: [grouping.filter ?? {}, { or: among }] } });
    }),
  );
  return answers.flat();
};
