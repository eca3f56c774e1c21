import type { AssignmentStatus } from '../../custom-objects/vocabulary';
import type { Direction } from '../firstVisit/directions';
import { nodes, type Connection } from '../lib/api';
import type { Choice } from '../lib/ListPicker';
import { fullName } from '../lib/office';
import type { Ask } from '../reports/ask';
import { WITHOUT } from '../reports/FilterPicker';
import type { Bounds } from '../reports/period';
import { readAll, type TooMany } from '../reports/readAll';
import { givenIn, summaryOf, type Clock, type Summary } from './figures';

export const BY = ['responsible', 'region', 'direction'] as const;
export type By = (typeof BY)[number];

export type AssignmentRecord = {
  id: string;
  title: string | null;
  status: AssignmentStatus | null;
  givenAt: string | null;
  dueAt: string | null;
  completedAt: string | null;
  responsibleId: string | null;
  regionId: string | null;
  directionId: string | null;
  client: { name: { firstName: string | null; lastName: string | null } | null } | null;
};

/** @param directionIds a direction and all its branches; each of the three is null for whatever */
export type Wanted = { bounds: Bounds; responsibleId: string | null; regionId: string | null; directionIds: string[] | null };

/** No page could show more at a glance, and no browser should hold more. */
export const MOST = 50_000;

const FIELDS = 'id title status givenAt dueAt completedAt responsibleId regionId directionId client { name { firstName lastName } }';

const by = (field: string, value: string | null): object[] => {
  if (value === null) return [];
  return [{ [field]: value === WITHOUT ? { is: 'NULL' } : { eq: value } }];
};

/** What was given in the period. It is read rather than counted by Twenty, which compares no two fields: late is later than due. */
export const loadAssignments = (ask: Ask, { bounds, responsibleId, regionId, directionIds }: Wanted): Promise<AssignmentRecord[] | TooMany> => {
  const direction = directionIds === null ? [] : [{ directionId: directionIds.length === 0 ? { is: 'NULL' } : { in: directionIds } }];
  const filter = { and: [givenIn(bounds), ...by('responsibleId', responsibleId), ...by('regionId', regionId), ...direction] };
  return readAll(ask, { object: 'clientAssignment', fields: FIELDS, filter, most: MOST });
};

export type Heap = { id: string | null; assignments: AssignmentRecord[]; summary: Summary };

/** One row for each responsible person, region or direction that has any, and one for those with none. */
export const heapsOf = (assignments: AssignmentRecord[], of: By, clock: Clock): Heap[] => {
  const field = `${of}Id` as const;
  const ids = [...new Set(assignments.map((assignment) => assignment[field]))];
  return ids.map((id) => {
    const own = assignments.filter((assignment) => assignment[field] === id);
    return { id, assignments: own, summary: summaryOf(own, clock) };
  });
};

export type Catalogues = { directions: Direction[]; regions: Choice[]; members: Choice[] };

type Named = { id: string; name: string | null };
type Member = { id: string; name: { firstName: string; lastName: string } | null };

const CATALOGUES = `query Catalogues {
  legalDirections(first: 5000) { edges { node { id name parentId particulars isActive } } }
  regions(first: 5000) { edges { node { id name } } }
  workspaceMembers(first: 5000) { edges { node { id name { firstName lastName } } } }
}`;

/** What the filters and the rows name things by. */
export const loadCatalogues = async (ask: Ask): Promise<Catalogues> => {
  const answer = await ask<{ legalDirections: Connection<Direction>; regions: Connection<Named>; workspaceMembers: Connection<Member> }>(CATALOGUES);
  const sorted = (choices: Choice[]) => choices.sort((one, other) => one.name.localeCompare(other.name, 'ru'));
  return {
    directions: nodes(answer.legalDirections),
    regions: sorted(nodes(answer.regions).map(({ id, name }) => ({ id, name: name?.trim() || '—' }))),
    members: sorted(nodes(answer.workspaceMembers).map(({ id, name }) => ({ id, name: fullName(name) || '—' }))),
  };
};
