import type { Choice } from '../lib/ListPicker';
import { fullName } from '../lib/office';
import { nodes, type Connection } from '../lib/api';
import { directionChoices } from '../firstVisit/directions';
import type { Ask } from './ask';

/** What the filters and the rows of reports are named by: a few small lists, each read whole. */

type Named = { id: string; name: string | null };
type Direction = Named & { parentId: string | null; rootId: string | null; isActive: boolean | null; particulars: null };
type Department = Named & { headId: string | null };
export type Catalogues = {
  directions: Direction[];
  regions: (Named & { code: string | null })[];
  recoveryKinds: Named[];
  eventKinds: (Named & { eventGroup: string | null })[];
  departments: Department[];
  members: Named[];
};
type Name = keyof Catalogues;

const QUERIES: Record<Name, string> = {
  directions: 'legalDirections(first: 5000) { edges { node { id name parentId rootId isActive } } }',
  regions: 'regions(first: 5000) { edges { node { id name code } } }',
  recoveryKinds: 'recoveryKinds(first: 5000) { edges { node { id name } } }',
  eventKinds: 'eventKinds(first: 5000) { edges { node { id name eventGroup } } }',
  departments: 'departments(first: 5000) { edges { node { id name headId } } }',
  members: 'workspaceMembers(first: 5000) { edges { node { id name { firstName lastName } } } }',
};

/** @returns the lists that were asked for; the others are empty */
export const loadCatalogues = async (ask: Ask, names: readonly Name[]): Promise<Catalogues> => {
  const answer = await ask<Record<string, Connection<never>>>(`query Catalogues { ${names.map((name) => QUERIES[name]).join('\n')} }`);
  const rows = <T>(list: string): T[] => nodes((answer[list] ?? { edges: [] }) as Connection<T>);
  return {
    directions: rows<Direction>('legalDirections').map((direction) => ({ ...direction, particulars: null })),
    regions: rows('regions'),
    recoveryKinds: rows('recoveryKinds'),
    eventKinds: rows('eventKinds'),
    departments: rows('departments'),
    members: rows<{ id: string; name: { firstName: string; lastName: string } | null }>('workspaceMembers').map(({ id, name }) => ({ id, name: fullName(name) })),
  };
};

const byName = (locale: string) => (one: Choice, other: Choice) => one.name.localeCompare(other.name, locale, { numeric: true });

export const choicesOf = (catalogues: Catalogues, name: Name, locale: string): Choice[] =>
  name === 'directions'
    ? directionChoices(catalogues.directions, locale)
    : catalogues[name].map(({ id, name: label }) => ({ id, name: label?.trim() || '—' })).sort(byName(locale));

/** The tops of the trees. */
export const rootChoices = ({ directions }: Catalogues, locale: string): Choice[] =>
  directions.filter(({ id, rootId, parentId }) => rootId === id || (rootId === null && parentId === null)).map(({ id, name }) => ({ id, name: name?.trim() || '—' })).sort(byName(locale));

/** A direction and everything below it. A tree that runs in a circle ends where it would begin again. */
export const withChildren = (directions: Pick<Direction, 'id' | 'parentId'>[], id: string): string[] => {
  const found = new Set([id]);
  for (const each of found) for (const { id: child, parentId } of directions) if (parentId === each) found.add(child);
  return [...found];
};

export const nameIn = (catalogues: Catalogues, name: Name, id: string | null): string | null =>
  catalogues[name].find((row) => row.id === id)?.name?.trim() || null;

/** Whether a filter names what is there no more. */
export const isGone = (catalogues: Catalogues | null, name: Name, id: string | null): boolean =>
  catalogues !== null && id !== null && !catalogues[name].some((row) => row.id === id);
