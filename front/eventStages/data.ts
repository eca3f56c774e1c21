import { EVENT_GROUP, type Completion, type EventGroup } from '../../custom-objects/vocabulary';
import type { Ask } from '../reports/ask';
import { grouped, MOST_GROUPS } from '../reports/groups';
import type { Bounds } from '../reports/period';
import { readAll, type TooMany } from '../reports/readAll';
import type { Sort } from '../reports/Table';
import { nodes, type Connection } from '../lib/api';
import type { Choice } from '../lib/ListPicker';
import { fullName } from '../lib/office';
import type { Direction } from '../firstVisit/directions';
import { countsOf, FIGURES, inWork, started, sum, total, undated, type Counts, type FigureKey } from './figures';

/** The figures of the report on stages, from Twenty's groups or, for one responsible person, from their events one by one. */

export type Scope = {
  bounds: Bounds;
  /** A direction and all its branches; null for whatever direction, an empty list for the events without one. */
  directionIds: string[] | null;
  inWorkOnly: boolean;
  /** Words of the client's name, all of which must be in it. */
  client: string;
};
/** Rows of the table, down to a kind; what is left out may be any, null is none. */
export type Place = { clientId?: string | null; eventGroup?: EventGroup | null; kindId?: string | null };

/** @param name null where nobody is named: the events without a client, or a client that was deleted */
export type ClientRow = { clientId: string | null; name: string | null; counts: Counts };
export type BranchRow = { eventGroup: EventGroup | null; kindId: string | null; counts: Counts };
export type EventRow = {
  id: string;
  title: string | null;
  completion: Completion | null;
  startedAt: string | null;
  completedAt: string | null;
  legalCase: { number: string | null } | null;
};
/** @param isAll whether no more clients are to come */
export type ClientPage = { clients: ClientRow[]; isAll: boolean };
export type GroupCounts = { eventGroup: EventGroup | null; counts: Counts };
export type Stages = { groups: GroupCounts[]; totals: Counts } & ClientPage;

/** So many events are read of one place. */
export const MOST_EVENTS = 200;

export type Source = {
  /** The clients that come first in this order, after those that are known already. */
  clients: (sort: Sort, known: (string | null)[]) => Promise<ClientPage>;
  groups: () => Promise<GroupCounts[]>;
  branch: (clientId: string | null) => Promise<BranchRow[]>;
  /** The events of a place that any figure counts, the latest first. */
  events: (place: Place) => Promise<{ events: EventRow[]; count: number }>;
  /** By which `caseEvent`s are found that are behind a figure. */
  behind: (figure: FigureKey, place: Place) => object;
  /** The events that some figure leaves out for want of a date. */
  undated: () => Promise<number>;
  undatedBehind: () => object;
};

const GROUPS = EVENT_GROUP.map(({ value }) => value);
const rank = (eventGroup: EventGroup | null): number => (eventGroup === null ? GROUPS.length : GROUPS.indexOf(eventGroup));
const inOrder = <Row extends { eventGroup: EventGroup | null }>(rows: Row[]): Row[] => [...rows].sort((one, other) => rank(one.eventGroup) - rank(other.eventGroup));

const is = (field: string, value: string | null | undefined): object[] =>
  value === undefined ? [] : [{ [field]: value === null ? { is: 'NULL' } : { eq: value } }];

const wordsOf = (text: string): string[] => text.trim().split(/\s+/).filter(Boolean);
const like = (word: string) => ({ ilike: `%${word.replace(/[\\%_]/g, '\\$&')}%` });

const directionFilter = (directionIds: string[] | null): object[] => {
  if (directionIds === null) return [];
  return [{ directionId: directionIds.length === 0 ? { is: 'NULL' } : { in: directionIds } }];
};

const clientFilter = (text: string): object[] =>
  wordsOf(text).map((word) => ({ or: [{ client: { name: { firstName: like(word) } } }, { client: { name: { lastName: like(word) } } }] }));

/** Whichever the period. */
const alwaysFilter = ({ directionIds, client }: Scope): object[] => [...directionFilter(directionIds), ...clientFilter(client)];
const scopeFilter = (scope: Scope): object[] => [...alwaysFilter(scope), ...(scope.inWorkOnly ? [inWork.filter(scope.bounds)] : [])];

const placeFilter = ({ clientId, eventGroup, kindId }: Place): object[] => [...is('clientId', clientId), ...is('eventGroup', eventGroup), ...is('kindId', kindId)];

const among = (clientIds: (string | null)[]): object => {
  const known = clientIds.filter((id) => id !== null);
  return { or: [...(known.length > 0 ? [{ clientId: { in: known } }] : []), ...(clientIds.includes(null) ? [{ clientId: { is: 'NULL' } }] : [])] };
};

/** SQL's `not in` would take the events without a client for those of known ones. */
const others = (clientIds: (string | null)[]): object[] => {
  const known = clientIds.filter((id) => id !== null);
  const isWithoutKnown = clientIds.includes(null);
  if (known.length === 0) return isWithoutKnown ? [{ clientId: { is: 'NOT_NULL' } }] : [];
  const unknown = { not: { clientId: { in: known } } };
  return isWithoutKnown ? [unknown, { clientId: { is: 'NOT_NULL' } }] : [{ or: [unknown, { clientId: { is: 'NULL' } }] }];
};

type Person = { id: string; name: { firstName: string | null; lastName: string | null } | null };

const PEOPLE = `query People($filter: PersonFilterInput) { people(filter: $filter, first: 5000) { edges { node { id name { firstName lastName } } } } }`;

const namesOf = async (ask: Ask, clientIds: (string | null)[]): Promise<Map<string, string>> => {
  const ids = clientIds.filter((id) => id !== null);
  if (ids.length === 0) return new Map();
  const { people } = await ask<{ people: Connection<Person> }>(PEOPLE, { filter: { id: { in: ids } } });
  return new Map(nodes(people).map(({ id, name }) => [id, surnameFirst(name)]));
};

/** As lists of clients are read. */
const surnameFirst = (name: Person['name']): string => fullName(name && { firstName: name.lastName, lastName: name.firstName });

const countsFrom = <Key extends string>(answers: Record<'started' | 'completed' | 'total', Map<Key, number>>, key: Key): Counts => {
  const [begun, over, all] = [answers.started.get(key) ?? 0, answers.completed.get(key) ?? 0, answers.total.get(key) ?? 0];
  return { started: begun, completed: over, inWork: all - over, total: all };
};

const COUNTED = ['started', 'completed', 'total'] as const;
const NOBODY = '';
const keyOf = (id: string | null): string => id ?? NOBODY;
const idOf = (key: string): string | null => (key === NOBODY ? null : key);

/**
 * From Twenty's groups: three requests for the groups and one for the first clients at once, then two for the figures of these
 * and one for their names, however many events there are. What is in work is what of the total is not completed.
 */
export const byGroups = (ask: Ask, scope: Scope): Source => {
  const { bounds } = scope;
  const undatedFilter = { and: [undated.filter(), ...alwaysFilter(scope)] };
  const where = (figure: FigureKey, more: object[] = []) => ({ and: [FIGURES[figure].filter(bounds), ...scopeFilter(scope), ...more] });

  const byClient = async (figure: FigureKey, more: object[], orderBy?: object[]): Promise<Map<string, number>> => {
    const groups = await grouped(ask, { object: 'caseEvent', by: [{ clientId: true }], filter: where(figure, more), ...(orderBy ? { orderBy } : {}) });
    return new Map(groups.map(({ keys: [id], count }) => [keyOf(id ?? null), count]));
  };

  const byName = async (more: object[], descending: boolean): Promise<Map<string, number>> => {
    const direction = descending ? 'DescNullsLast' : 'AscNullsLast';
    const parts = ['lastName', 'firstName'].map((part) => ({ client: { name: { [part]: true } } }));
    const order = ['lastName', 'firstName'].map((part) => ({ client: { name: { [part]: direction } } }));
    const groups = await grouped(ask, { object: 'caseEvent', by: [{ clientId: true }, ...parts], filter: where('total', more), orderBy: order });
    return new Map(groups.map(({ keys: [id], count }) => [keyOf(id ?? null), count]));
  };

  const clients: Source['clients'] = async ({ key, descending }, known) => {
    const most = [{ aggregate: { totalCount: 'DescNullsLast' } }];
    const figure = key === 'name' ? 'total' : (key as FigureKey);
    const first = key === 'name' ? await byName(others(known), descending) : await byClient(figure, others(known), most);
    // Who has none of this figure comes after all who have.
    const rest = figure === 'total' || first.size === MOST_GROUPS ? new Map<string, number>() : await byClient('total', others([...known, ...[...first.keys()].map(idOf)]), most);
    const ids = [...first.keys(), ...rest.keys()].slice(0, MOST_GROUPS).map(idOf);
    const missing = COUNTED.filter((each) => each !== figure);
    const [names, ...answers] = ids.length === 0
      ? [new Map<string, string>(), ...missing.map(() => new Map<string, number>())]
      : await Promise.all([namesOf(ask, ids), ...missing.map((each) => byClient(each, [among(ids)]))]);
    const counted = { ...Object.fromEntries(missing.map((each, at) => [each, answers[at]!])), [figure]: first } as Record<(typeof COUNTED)[number], Map<string, number>>;
    return {
      clients: ids.map((clientId) => ({ clientId, name: (clientId === null ? null : names.get(clientId)) ?? null, counts: countsFrom(counted, keyOf(clientId)) })),
      isAll: first.size < MOST_GROUPS && first.size + rest.size < MOST_GROUPS,
    };
  };

  const groupsBy = async (by: object[], more: object[]): Promise<{ keys: (string | null)[]; counts: Counts }[]> => {
    const answers = await Promise.all(COUNTED.map((figure) => grouped(ask, { object: 'caseEvent', by, filter: where(figure, more) })));
    const all = new Map(answers.flat().map(({ keys }) => [JSON.stringify(keys), keys]));
    const counted = Object.fromEntries(
      COUNTED.map((figure, at) => [figure, new Map(answers[at]!.map(({ keys, count }) => [JSON.stringify(keys), count]))]),
    ) as Record<(typeof COUNTED)[number], Map<string, number>>;
    return [...all].map(([key, keys]) => ({ keys, counts: countsFrom(counted, key) }));
  };

  return {
    clients,
    groups: async () => inOrder((await groupsBy([{ eventGroup: true }], [])).map(({ keys: [eventGroup], counts }) => ({ eventGroup: eventGroup as EventGroup | null, counts }))),
    branch: async (clientId) =>
      inOrder(
        (await groupsBy([{ eventGroup: true }, { kindId: true }], placeFilter({ clientId }))).map(({ keys: [eventGroup, kindId], counts }) => ({
          eventGroup: eventGroup as EventGroup | null, kindId: kindId ?? null, counts,
        })),
      ),
    events: async (place) => {
      const filter = { and: [{ or: [total.filter(bounds), started.filter(bounds)] }, ...scopeFilter(scope), ...placeFilter(place)] };
      const query = `query Events($filter: CaseEventFilterInput, $first: Int) {
        caseEvents(filter: $filter, first: $first, orderBy: [{ startedAt: DescNullsLast }]) {
          totalCount edges { node { id title completion startedAt completedAt legalCase { number } } }
        }
      }`;
      const { caseEvents } = await ask<{ caseEvents: { totalCount: number } & Connection<EventRow> }>(query, { filter, first: MOST_EVENTS });
      return { events: nodes(caseEvents), count: caseEvents.totalCount };
    },
    behind: (figure, place) => where(figure, placeFilter(place)),
    undated: async () => {
      const groups = await grouped(ask, { object: 'caseEvent', by: [{ completion: true }], filter: undatedFilter });
      return groups.reduce((count, group) => count + group.count, 0);
    },
    undatedBehind: () => undatedFilter,
  };
};

export type FullEvent = EventRow & { clientId: string | null; eventGroup: EventGroup | null; kindId: string | null };

const figureRank = (key: string, descending: boolean, locale: string) => (one: ClientRow, other: ClientRow): number => {
  const sign = descending ? -1 : 1;
  if (key !== 'name') return sign * (one.counts[key as FigureKey] - other.counts[key as FigureKey]) || other.counts.total - one.counts.total;
  if (one.name === null || other.name === null) return Number(one.name === null) - Number(other.name === null);
  return sign * one.name.localeCompare(other.name, locale);
};

export const sortClients = (clients: ClientRow[], { key, descending }: Sort, locale: string): ClientRow[] => [...clients].sort(figureRank(key, descending, locale));

/** The same from events that are all here. */
export const ofEvents = (events: FullEvent[], names: Map<string, string>, scope: Scope): Source => {
  const { bounds, inWorkOnly, client } = scope;
  const wanted = wordsOf(client.toLocaleLowerCase());
  const nameOf = (clientId: string | null) => (clientId === null ? null : (names.get(clientId) ?? null));
  const isWanted = ({ clientId }: FullEvent) => {
    const name = nameOf(clientId)?.toLocaleLowerCase() ?? '';
    return wanted.every((word) => name.includes(word));
  };
  const own = events.filter(isWanted);
  const scoped = own.filter((event) => !inWorkOnly || inWork.holds(event, bounds));
  const counted = scoped.filter((event) => total.holds(event, bounds) || started.holds(event, bounds));
  const isAt = (place: Place) => (event: FullEvent) =>
    (['clientId', 'eventGroup', 'kindId'] as const).every((field) => place[field] === undefined || event[field] === place[field]);
  const dealt = <Key>(list: FullEvent[], keyOfEvent: (event: FullEvent) => Key): { key: Key; counts: Counts }[] => {
    const heaps = new Map<string, { key: Key; events: FullEvent[] }>();
    for (const event of list) {
      const key = keyOfEvent(event);
      const heap = heaps.get(JSON.stringify(key)) ?? { key, events: [] };
      heap.events.push(event);
      heaps.set(JSON.stringify(key), heap);
    }
    return [...heaps.values()].map(({ key, events: heap }) => ({ key, counts: countsOf(heap, bounds) }));
  };
  // A filter by more ids than a list of records shows would only be long.
  const idsOf = (list: FullEvent[]) => ({ id: { in: [...list.slice(0, MOST_EVENTS + 1).map(({ id }) => id), NO_RECORD] } });
  return {
    clients: async (sort, known) => {
      const rows = dealt(counted, ({ clientId }) => clientId)
        .filter(({ key, counts }) => counts.total > 0 && !known.includes(key))
        .map(({ key, counts }) => ({ clientId: key, name: nameOf(key), counts }));
      const all = sortClients(rows, sort, 'ru');
      return { clients: all.slice(0, MOST_GROUPS), isAll: all.length <= MOST_GROUPS };
    },
    groups: async () => inOrder(dealt(counted, ({ eventGroup }) => eventGroup).map(({ key, counts }) => ({ eventGroup: key, counts }))),
    branch: async (clientId) =>
      inOrder(
        dealt(counted.filter(isAt({ clientId })), ({ eventGroup, kindId }) => ({ eventGroup, kindId })).map(({ key, counts }) => ({ ...key, counts })),
      ),
    events: async (place) => {
      const found = counted.filter(isAt(place)).sort((one, other) => (other.startedAt ?? '').localeCompare(one.startedAt ?? ''));
      return { events: found.slice(0, MOST_EVENTS), count: found.length };
    },
    behind: (figure, place) => idsOf(scoped.filter((event) => isAt(place)(event) && FIGURES[figure].holds(event, bounds))),
    undated: async () => own.filter(undated.holds).length,
    undatedBehind: () => idsOf(own.filter(undated.holds)),
  };
};

/** `in` takes no empty list. */
const NO_RECORD = '00000000-0000-0000-0000-000000000000';

const RESPONSIBLE = 'caseEventId caseEvent { id title completion startedAt completedAt clientId eventGroup kindId legalCase { number } }';
/** Of one person so many events are read: more is no period that a person would look at. */
export const MOST_OF_ONE = 20_000;

/**
 * Of one responsible person. Twenty groups by no field of a related record that is itself a relation, so the events are read: those
 * that the period touches or that lack a date, by the rows that make this person responsible; who only observes is not.
 */
export const ofResponsible = async (ask: Ask, memberId: string, scope: Scope): Promise<Source | TooMany> => {
  const { bounds, directionIds } = scope;
  const filter = {
    and: [
      { memberId: { eq: memberId } },
      { or: [{ responsibility: { is: 'NULL' } }, { responsibility: { in: ['LEAD', 'CO_RESPONSIBLE'] } }] },
      { caseEvent: { and: [{ or: [total.filter(bounds), started.filter(bounds), undated.filter()] }, ...directionFilter(directionIds)] } },
    ],
  };
  const rows = await readAll<{ caseEvent: FullEvent | null }>(ask, { object: 'eventResponsible', fields: RESPONSIBLE, filter, most: MOST_OF_ONE });
  if ('kind' in rows) return rows;
  // Named twice as responsible for an event, one answers for it once; an event that was deleted is read as none.
  const events = new Map(rows.flatMap(({ caseEvent }) => (caseEvent ? [[caseEvent.id, caseEvent] as const] : [])));
  const clientIds = [...new Set([...events.values()].map(({ clientId }) => clientId))].filter((id) => id !== null);
  return ofEvents([...events.values()], await namesOf(ask, clientIds), scope);
};

export type StagesScope = Scope & { memberId: string | null };

export const sourceOf = async (ask: Ask, { memberId, ...scope }: StagesScope): Promise<Source | TooMany> =>
  memberId === null ? byGroups(ask, scope) : ofResponsible(ask, memberId, scope);

/** The first table: the groups, their sum, and the first clients. */
export const loadStages = async (ask: Ask, scope: StagesScope, sort: Sort): Promise<{ source: Source; stages: Stages } | TooMany> => {
  const source = await sourceOf(ask, scope);
  if ('kind' in source) return source;
  const [groups, page] = await Promise.all([source.groups(), source.clients(sort, [])]);
  return { source, stages: { groups, totals: sum(groups.map(({ counts }) => counts)), ...page } };
};

export type Catalogues = { directions: Direction[]; kinds: Map<string, string>; members: Choice[] };

const CATALOGUES = `query Catalogues {
  legalDirections(first: 5000) { edges { node { id name parentId particulars isActive } } }
  eventKinds(first: 5000) { edges { node { id name } } }
  workspaceMembers(first: 5000) { edges { node { id name { firstName lastName } } } }
}`;

type CataloguesAnswer = { legalDirections: Connection<Direction>; eventKinds: Connection<{ id: string; name: string | null }>; workspaceMembers: Connection<Person> };

/** What the filters and the rows name things by. */
export const loadCatalogues = async (ask: Ask): Promise<Catalogues> => {
  const { legalDirections, eventKinds, workspaceMembers } = await ask<CataloguesAnswer>(CATALOGUES);
  return {
    directions: nodes(legalDirections),
    kinds: new Map(nodes(eventKinds).map(({ id, name }) => [id, name?.trim() || '—'])),
    members: nodes(workspaceMembers).map(({ id, name }) => ({ id, name: fullName(name) || '—' })).sort((one, other) => one.name.localeCompare(other.name, 'ru')),
  };
};
