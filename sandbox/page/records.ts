import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { addDays, addMonths, addQuarters, format, startOfDay, startOfMinute, startOfMonth, startOfQuarter } from 'date-fns';
import { toast } from 'sonner';
import type { ViewConfig } from 'twenty-sdk/define';
import { api, ApiError } from './api';
import { useObject, useWorkspace, type Field, type ObjectType, type Workspace } from './workspace';

/** Reading and writing records by GraphQL made from the data model. */

export type Row = { id: string; [field: string]: unknown };
export type Filter = Record<string, unknown>;
export type Sort = { field: string; direction: 'ASC' | 'DESC' };
export type Column = { field: Field; width: number };

/** As in Twenty's own page, what others change shows without a reload. */
const REFRESH_MS = 2000;
const PAGE_SIZE = 50;
export const SHOWN_RELATED = 8;

const SUBFIELDS: Record<string, string> = {
  FULL_NAME: 'firstName lastName',
  CURRENCY: 'amountMicros currencyCode',
  LINKS: 'primaryLinkUrl primaryLinkLabel',
  EMAILS: 'primaryEmail',
  PHONES: 'primaryPhoneNumber',
  ADDRESS: 'addressStreet1 addressCity addressPostcode addressCountry',
  ACTOR: 'name source workspaceMemberId',
  RICH_TEXT: 'markdown',
  FILES: 'fileId label extension url',
};

const capitalize = (text: string): string => text[0]!.toUpperCase() + text.slice(1);

const selectionOf = (field: Field, workspace: Workspace): string => {
  if (!field.relation) return SUBFIELDS[field.type] ? `${field.name} { ${SUBFIELDS[field.type]} }` : field.name;
  const target = workspace.objects.find(({ nameSingular }) => nameSingular === field.relation!.object)!;
  const label = target.labelField.name === 'id' ? '' : selectionOf(target.labelField, workspace);
  return field.relation.many ? `${field.name}(first: ${SHOWN_RELATED + 1}) { edges { node { id ${label} } } }` : `${field.name} { id ${label} }`;
};

const selection = (object: ObjectType, workspace: Workspace, fields: Field[]): string =>
  [...new Set(['id', ...[object.labelField, ...fields].map((field) => selectionOf(field, workspace))])].join(' ');

const orderBy = (object: ObjectType, sorts: Sort[], workspace: Workspace): object[] =>
  sorts.map(({ field: name, direction }) => {
    const order = direction === 'ASC' ? 'AscNullsLast' : 'DescNullsLast';
    const nest = (field: Field | undefined): unknown => {
      const label = workspace.objects.find(({ nameSingular }) => nameSingular === field?.relation?.object)?.labelField;
      if (label) return { [label.name]: nest(label) };
      const [subfield] = SUBFIELDS[field?.type ?? '']?.split(' ') ?? [];
      return subfield ? { [subfield]: order } : order;
    };
    return { [name]: nest(object.fields.find((field) => field.name === name)) };
  });

/** Fields by which the server can sort: no lists, and nothing that has no order. */
export const isSortable = ({ type, relation }: Field): boolean => !relation?.many && !['FILES', 'RAW_JSON', 'RICH_TEXT'].includes(type);

type Connection = { edges: { node: Row }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null }; totalCount: number };

type ListOptions = { filter?: Filter; sorts?: Sort[]; first?: number; enabled?: boolean };

export const useRecords = (object: ObjectType, fields: Field[], { filter = {}, sorts = [], first = PAGE_SIZE, enabled = true }: ListOptions = {}) => {
  const workspace = useWorkspace();
  const query = useInfiniteQuery({
    queryKey: ['list', object.nameSingular, fields.map(({ name }) => name), filter, sorts, first],
    queryFn: async ({ pageParam }) => {
      const name = capitalize(object.nameSingular);
      const answer = await api<Record<string, Connection>>(
        '/graphql',
        `query List($filter: ${name}FilterInput, $orderBy: [${name}OrderByInput], $first: Int, $after: String) {
          ${object.namePlural}(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
            edges { node { ${selection(object, workspace, fields)} } } pageInfo { hasNextPage endCursor } totalCount } }`,
        { filter, orderBy: orderBy(object, sorts, workspace), first, after: pageParam },
      );
      return answer[object.namePlural]!;
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    enabled,
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const pages = query.data?.pages ?? [];
  return { ...query, rows: pages.flatMap(({ edges }) => edges.map(({ node }) => node)), total: pages[0]?.totalCount ?? 0 };
};

/** All that a record page may show: every readable field. Null when there is no such record. */
export const useRecord = (object: ObjectType, id: string) => {
  const workspace = useWorkspace();
  return useQuery({
    queryKey: ['record', object.nameSingular, id],
    queryFn: async () => {
      const fields = object.fields.filter(({ type }) => type !== 'TS_VECTOR' && type !== 'POSITION');
      const answer = await api<Record<string, Row | null>>(
        '/graphql',
        `query Record($id: UUID!) { ${object.nameSingular}(filter: { id: { eq: $id } }) { ${selection(object, workspace, fields)} } }`,
        { id },
      ).catch((error: unknown) => {
        if (error instanceof ApiError && error.code === 'NOT_FOUND') return { [object.nameSingular]: null };
        throw error;
      });
      return answer[object.nameSingular] ?? null;
    },
    refetchInterval: REFRESH_MS,
    retry: false,
  });
};

export const createRecord = async (object: string, data: object): Promise<string> => {
  const name = capitalize(object);
  const mutation = `mutation Create($data: ${name}CreateInput!) { create${name}(data: $data) { id } }`;
  const answer = await api<Record<string, Row>>('/graphql', mutation, { data });
  return answer[`create${name}`]!.id;
};

export const updateRecord = async (object: string, id: string, data: object): Promise<void> => {
  const name = capitalize(object);
  await api('/graphql', `mutation Update($id: UUID!, $data: ${name}UpdateInput!) { update${name}(id: $id, data: $data) { id } }`, { id, data });
};

export const deleteRecords = async (object: string, ids: string[]): Promise<void> => {
  const name = capitalize(object);
  for (const id of ids) await api('/graphql', `mutation Delete($id: UUID!) { delete${name}(id: $id) { id } }`, { id });
};

/** A change of records; a refusal is shown, and whatever is on the screen is read again after it. */
export const useChange = <Input, Output>(change: (input: Input) => Promise<Output>) => {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onError: ({ message }) => toast.error(message), onSettled: () => client.invalidateQueries() });
};

/** The API's names of what attaches notes, tasks, files and events to a record. */
export const targetId = (object: string): string => `target${capitalize(object)}Id`;

/** How a field's value is written: a relation by its join column. */
export const written = (field: Field, value: unknown): object =>
  field.relation ? { [field.relation.joinColumn ?? `${field.name}Id`]: (value as Row | null)?.id ?? null } : { [field.name]: value };

/** Of the conditions of one group, one is enough. */
export type Condition = { field: Field; operand: string; value: unknown; part?: string; group?: string };

const DATES = ['IS_BEFORE', 'IS_AFTER', 'IS_TODAY', 'IS_IN_PAST', 'IS_IN_FUTURE', 'IS_EMPTY', 'IS_NOT_EMPTY'];
const AMOUNTS = ['GREATER_THAN_OR_EQUAL', 'LESS_THAN_OR_EQUAL', 'IS_EMPTY', 'IS_NOT_EMPTY'];
const CHOICES = ['IS', 'IS_NOT', 'IS_EMPTY', 'IS_NOT_EMPTY'];

export const OPERANDS: Record<string, string[]> = {
  TEXT: ['CONTAINS', 'IS_EMPTY', 'IS_NOT_EMPTY'],
  SELECT: CHOICES,
  RELATION: CHOICES,
  DATE: DATES,
  DATE_TIME: DATES,
  NUMBER: AMOUNTS,
  CURRENCY: AMOUNTS,
  BOOLEAN: ['IS'],
};
export const needsValue = (operand: string): boolean => !['IS_EMPTY', 'IS_NOT_EMPTY', 'IS_TODAY', 'IS_IN_PAST', 'IS_IN_FUTURE'].includes(operand);

const like = (text: string): object => ({ ilike: `%${text.replace(/[\\%_]/g, '\\$&')}%` });

/** What the words "me" and "the open record" of a filter stand for. */
type Reader = { me: string; record?: string };

/** Twenty keeps "me" and "the open record" in a view's filter as JSON text. */
const chosenRecords = (value: unknown, { me, record }: Reader): string[] => {
  if (Array.isArray(value)) return value as string[];
  const { selectedRecordIds, isCurrentWorkspaceMemberSelected, isCurrentRecordSelected } = JSON.parse(String(value)) as {
    selectedRecordIds: string[];
    isCurrentWorkspaceMemberSelected?: boolean;
    isCurrentRecordSelected?: boolean;
  };
  return [...selectedRecordIds, ...(isCurrentWorkspaceMemberSelected ? [me] : []), ...(isCurrentRecordSelected && record ? [record] : [])];
};

/** This month and this quarter, as far as the app's views ask. */
const PERIODS = { THIS_1_MONTH: [startOfMonth, addMonths], THIS_1_QUARTER: [startOfQuarter, addQuarters] } as const;

/** A condition of a view or of the reader as Twenty's filter; undefined while its value is still missing. */
const filterOf = ({ field, operand, value, part }: Condition, reader: Reader): Filter | undefined => {
  const name = field.relation ? (field.relation.joinColumn ?? `${field.name}Id`) : field.name;
  const subfield = part ?? (field.type === 'CURRENCY' ? 'amountMicros' : undefined);
  const where = (condition: object): Filter => ({ [name]: subfield ? { [subfield]: condition } : condition });
  const moment = (date: Date) => (field.type === 'DATE' ? format(date, 'yyyy-MM-dd') : date.toISOString());
  const between = (from: Date, to: Date): Filter => ({ and: [where({ gte: moment(from) }), where({ lt: moment(to) })] });
  const today = startOfDay(new Date());
  const now = field.type === 'DATE' ? today : startOfMinute(new Date());
  switch (operand) {
    case 'IS_EMPTY':
      return field.type === 'TEXT' ? { or: [where({ is: 'NULL' }), where({ eq: '' })] } : where({ is: 'NULL' });
    case 'IS_NOT_EMPTY':
      return { not: filterOf({ field, operand: 'IS_EMPTY', value }, reader) };
    case 'IS_TODAY':
      return between(today, addDays(today, 1));
    case 'IS_IN_PAST':
      return where({ lt: moment(now) });
    case 'IS_IN_FUTURE':
      return where({ gte: moment(now) });
  }
  if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) return undefined;
  switch (operand) {
    case 'IS': {
      if (field.type === 'BOOLEAN') return where({ eq: value === true || value === 'true' });
      const chosen = field.relation || part ? chosenRecords(value, reader) : [value].flat();
      return chosen.length ? where({ in: chosen }) : undefined;
    }
    case 'IS_NOT':
      return { or: [{ not: filterOf({ field, operand: 'IS', value }, reader) }, where({ is: 'NULL' })] };
    case 'CONTAINS':
      return where(like(String(value)));
    case 'IS_RELATIVE': {
      const [start, add] = PERIODS[value as keyof typeof PERIODS];
      return between(start(today), add(start(today), 1));
    }
  }
  const comparison = { IS_BEFORE: 'lt', IS_AFTER: 'gte', GREATER_THAN_OR_EQUAL: 'gte', LESS_THAN_OR_EQUAL: 'lte' }[operand];
  const compared = field.type === 'CURRENCY' ? Math.round(Number(value) * 1e6) : field.type === 'NUMBER' ? Number(value) : value;
  return comparison ? where({ [comparison]: compared }) : undefined;
};

/** Text that a search finds a record by: what it is called, and its other short texts. */
export const searchFilter = (object: ObjectType, text: string): Filter | undefined => {
  if (!text.trim()) return undefined;
  const names = object.fields.flatMap(({ name, type, isSystem }): ((condition: object) => Filter)[] => {
    if (type === 'FULL_NAME') return ['firstName', 'lastName'].map((part) => (condition: object) => ({ [name]: { [part]: condition } }));
    return type === 'TEXT' && !isSystem ? [(condition: object) => ({ [name]: condition })] : [];
  });
  return { and: text.trim().split(/\s+/).map((word) => ({ or: names.map((name) => name(like(word))) })) };
};

export const allOf = (...filters: (Filter | undefined)[]): Filter => {
  const given = filters.filter((filter) => filter !== undefined);
  return given.length ? { and: given } : {};
};

/** @param record the record on whose page the conditions stand */
export const useConditionsFilter = (conditions: Condition[], record?: string): Filter => {
  const { me } = useWorkspace();
  const filter = (condition: Condition) => filterOf(condition, { me: me.member.id, record });
  const groups = [...new Set(conditions.flatMap(({ group }) => group ?? []))];
  const anyOf = (group: string): Filter => ({ or: conditions.filter((each) => each.group === group).map(filter) });
  return allOf(...conditions.filter(({ group }) => !group).map(filter), ...groups.map(anyOf));
};

/** A view resolved to the object's fields: columns that the reader may see, conditions and sorts. */
export const useView = (objectName: string, view: ViewConfig | undefined) => {
  const object = useObject(objectName);
  const find = (id: string) => object?.fields.find((field) => field.id === id);
  const columns = [...(view?.fields ?? [])]
    .sort((a, b) => a.position - b.position)
    .flatMap(({ fieldMetadataUniversalIdentifier, isVisible, size }) => {
      const field = isVisible === false ? undefined : find(fieldMetadataUniversalIdentifier);
      return field ? [{ field, width: size ?? 150 }] : [];
    });
  const conditions = (view?.filters ?? []).flatMap(({ fieldMetadataUniversalIdentifier, operand, value, ...rest }): Condition[] => {
    const field = find(fieldMetadataUniversalIdentifier);
    return field ? [{ field, operand, value, part: rest.subFieldName, group: rest.viewFilterGroupUniversalIdentifier }] : [];
  });
  const sorts = (view?.sorts ?? []).flatMap(({ fieldMetadataUniversalIdentifier, direction }): Sort[] => {
    const field = find(fieldMetadataUniversalIdentifier);
    return field ? [{ field: field.name, direction }] : [];
  });
  return { columns, conditions, sorts };
};
