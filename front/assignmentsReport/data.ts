import { ASSIGNMENT_STATUS, type AssignmentStatus } from '../../custom-objects/vocabulary';
import type { Direction } from '../firstVisit/directions';
import { nodes, type Connection } from '../lib/api';
import type { Choice } from '../lib/ListPicker';
import { fullName } from '../lib/office';
import type { Ask } from '../reports/ask';
import { WITHOUT } from '../reports/FilterPicker';
import { grouped, groupedInSlices } from '../reports/groups';
import type { Bounds } from '../reports/period';
import { givenIn, summaryOf, type Cell, type Summary } from './figures';

export const BY = ['responsible', 'region', 'direction'] as const;
export type By = (typeof BY)[number];

export type AssignmentRecord = {
  id: string;
  title: string | null;
  status: AssignmentStatus | null;
  givenAt: string | null;
  dueAt: string | null;
  completedAt: string | null;
  actualDays: number | null;
  isOverdue: boolean | null;
  client: { name: { firstName: string | null; lastName: string | null } | null } | null;
};

/** @param directionIds a direction and all its branches; each of the three is null for whatever */
export type Wanted = { bounds: Bounds; responsibleId: string | null; regionId: string | null; directionIds: string[] | null };

export const FIELDS = 'id title status givenAt dueAt completedAt actualDays isOverdue client { name { firstName lastName } }';

const by = (field: string, value: string | null): object[] => {
  if (value === null) return [];
  return [{ [field]: value === WITHOUT ? { is: 'NULL' } : { eq: value } }];
};

export const filterOf = ({ bounds, responsibleId, regionId, directionIds }: Wanted): object => {
  const direction = directionIds === null ? [] : [{ directionId: directionIds.length === 0 ? { is: 'NULL' } : { in: directionIds } }];
  return { and: [givenIn(bounds), ...by('responsibleId', responsibleId), ...by('regionId', regionId), ...direction] };
};

/** Those of one row: of a responsible person, a region or a direction, or of none. */
export const filterOfHeap = (wanted: Wanted, of: By, id: string | null): object => ({ and: [filterOf(wanted), { [`${of}Id`]: id === null ? { is: 'NULL' } : { eq: id } }] });

export type Heap = { id: string | null; cells: Cell[]; summary: Summary };

const AGGREGATES = ['countNotEmptyActualDays', 'sumActualDays'];
/** As many ways as an assignment can stand: each status or none, overdue or not. */
const CELLS = (ASSIGNMENT_STATUS.length + 1) * 2;

/** One row for each responsible person, region or direction that has any, and one for those with none. Twenty counts; nothing is read one by one. */
export const loadHeaps = async (ask: Ask, wanted: Wanted, of: By): Promise<Heap[]> => {
  const field = `${of}Id`;
  const filter = filterOf(wanted);
  const there = await grouped(ask, { object: 'clientAssignment', by: [{ [field]: true }], filter });
  const values = there.map(({ keys }) => keys[0] ?? null);
  const groups = await groupedInSlices(ask, {
    object: 'clientAssignment', by: [{ [field]: true }, { status: true }, { isOverdue: true }], filter, aggregates: AGGREGATES, slice: { field, values, groupsEach: CELLS },
  });
  return values.map((id) => {
    const cells = groups.filter(({ keys }) => (keys[0] ?? null) === id).map(({ keys, count, values: sums }): Cell => ({
      status: keys[1] as AssignmentStatus | null, isOverdue: String(keys[2]) === 'true', count,
      timed: sums.countNotEmptyActualDays ?? 0, days: sums.sumActualDays ?? 0,
    }));
    return { id, cells, summary: summaryOf(cells) };
  });
};

/** Of one assignment, as the table shows it. */
export const cellOf = ({ status, isOverdue, actualDays }: AssignmentRecord): Cell => ({
  status, isOverdue: isOverdue ?? false, count: 1, timed: actualDays === null ? 0 : 1, days: actualDays ?? 0,
});

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
