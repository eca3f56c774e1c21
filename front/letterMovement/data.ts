import type { Flow as LetterFlow, Status } from '../../workers/correspondence/protocol';
import { nodes, type Connection } from '../lib/api';
import type { Ask } from '../reports/ask';
import { grouped, groupedInSlices, MOST_GROUPS } from '../reports/groups';
import type { Bounds } from '../reports/period';
import {
  acceptedIn, decidedIn, deedsOf, FLOW_AGGREGATES, flowsOf, keyOf, median, middle, ofFlow, troubleFilters, TROUBLES,
  type Deeds, type Flow, type Trouble,
} from './figures';

/** What the page of correspondence movement asks for. */

export type Movement = { flows: Flow[]; deeds: Deeds };
type Wanted = { bounds: Bounds; departmentId: string | null };

const HISTORY = 'correspondenceHistory';
const PAIR = [{ fromDepartmentId: true }, { toDepartmentId: true }];

const loadFlows = async (ask: Ask, filter: object): Promise<Flow[]> => {
  const grouping = { object: HISTORY, by: PAIR, filter, aggregates: FLOW_AGGREGATES };
  const pairs = await grouped(ask, grouping);
  if (pairs.length < MOST_GROUPS) return flowsOf(pairs);
  const [senders, receivers] = await Promise.all(PAIR.map((side) => grouped(ask, { object: HISTORY, by: [side], filter })));
  const slice = { field: 'fromDepartmentId', values: senders!.map(({ keys }) => keys[0] ?? null), groupsEach: receivers!.length };
  return flowsOf(await groupedInSlices(ask, { ...grouping, slice }));
};

/** The first table: who gave how much to whom. */
export const loadMovement = async (ask: Ask, { bounds, departmentId }: Wanted): Promise<Movement> => {
  const [flows, deeds] = await Promise.all([
    loadFlows(ask, acceptedIn(bounds, departmentId)),
    grouped(ask, { object: HISTORY, by: [{ action: true }], filter: decidedIn(bounds, departmentId) }),
  ]);
  return { flows, deeds: deedsOf(deeds) };
};

/** Minutes; null where none is known. */
export type Medians = { waited: number | null; held: number | null };

/** So many flows, the greatest, get their medians: two requests each. */
export const FLOWS_WITH_MEDIANS = 60;

const medianOf = async (ask: Ask, filter: object, field: 'waitedMinutes' | 'heldMinutes', count: number): Promise<number | null> => {
  if (count === 0) return null;
  const query = `query Middle($filter: CorrespondenceHistoryFilterInput, $orderBy: [CorrespondenceHistoryOrderByInput], $first: Int, $offset: Int) {
    correspondenceHistories(filter: $filter, orderBy: $orderBy, first: $first, offset: $offset) { edges { node { ${field} } } }
  }`;
  const variables = { filter: { and: [filter, { [field]: { is: 'NOT_NULL' } }] }, orderBy: [{ [field]: 'AscNullsLast' }], ...middle(count) };
  const answer = await ask<{ correspondenceHistories: Connection<Record<string, number>> }>(query, variables);
  return median(nodes(answer.correspondenceHistories).map((row) => row[field]!));
};

/**
 * The exact medians of each flow and of all together, whatever their number: the server sorts, and only the values in the
 * middle are read.
 */
export const loadMedians = async (ask: Ask, { bounds, departmentId }: Wanted, flows: Flow[]): Promise<{ ofAll: Medians; ofFlow: Map<string, Medians> }> => {
  const accepted = acceptedIn(bounds, departmentId);
  const both = async (filter: object, { waitedOf, heldOf }: Pick<Flow, 'waitedOf' | 'heldOf'>): Promise<Medians> => {
    const [waited, held] = await Promise.all([medianOf(ask, filter, 'waitedMinutes', waitedOf), medianOf(ask, filter, 'heldMinutes', heldOf)]);
    return { waited: waited ?? null, held: held ?? null };
  };
  const sum = (of: 'waitedOf' | 'heldOf') => flows.reduce((total, flow) => total + flow[of], 0);
  const measured = flows.slice(0, FLOWS_WITH_MEDIANS);
  const [ofAll, ...each] = await Promise.all([
    both(accepted, { waitedOf: sum('waitedOf'), heldOf: sum('heldOf') }),
    ...measured.map((flow) => both(ofFlow(accepted, flow), flow)),
  ]);
  return { ofAll, ofFlow: new Map(measured.map((flow, at) => [keyOf(flow), each[at]!])) };
};

// ------------------------------------------------------------------------------------------------------------- as of now

export type TroubledLetter = {
  id: string;
  number: string | null;
  subject: string | null;
  flow: LetterFlow | null;
  status: Status | null;
  holderId: string | null;
  holderDepartmentId: string | null;
  pendingMemberId: string | null;
  pendingDepartmentId: string | null;
  handedOverAt: string | null;
  heldSince: string | null;
  /** Since when it is in trouble; of a lost letter, when it was reported lost. */
  since: string | null;
};
export type Troubles = Record<Trouble, { count: number; letters: TroubledLetter[] }>;

/** So many of each are shown; of all of them the number is said. */
export const TROUBLES_SHOWN = 200;

const LETTER = `id number subject flow status holderId holderDepartmentId pendingMemberId pendingDepartmentId handedOverAt heldSince`;
const LETTERS = `query Troubled($filter: CorrespondenceFilterInput, $orderBy: [CorrespondenceOrderByInput], $first: Int) {
  correspondences(filter: $filter, orderBy: $orderBy, first: $first) { totalCount edges { node { ${LETTER} } } }
}`;
const REPORTS = `query ReportedLost($filter: CorrespondenceHistoryFilterInput, $first: Int) {
  correspondenceHistories(filter: $filter, first: $first, orderBy: [{ occurredAt: AscNullsFirst }]) { edges { node { correspondenceId occurredAt } } }
}`;

const ORDER: Record<Trouble, object[]> = {
  stuck: [{ handedOverAt: 'AscNullsFirst' }],
  unprocessed: [{ heldSince: 'AscNullsFirst' }],
  lost: [{ heldSince: 'AscNullsFirst' }],
};

/** When each of these letters was last reported lost. */
const loadReports = async (ask: Ask, letterIds: string[]): Promise<Map<string, string>> => {
  if (letterIds.length === 0) return new Map();
  const filter = { and: [{ correspondenceId: { in: letterIds } }, { action: { eq: 'REPORT_LOST' } }, { outcome: { eq: 'APPLIED' } }] };
  const answer = await ask<{ correspondenceHistories: Connection<{ correspondenceId: string; occurredAt: string }> }>(REPORTS, { filter, first: 5_000 });
  return new Map(nodes(answer.correspondenceHistories).map(({ correspondenceId, occurredAt }) => [correspondenceId, occurredAt]));
};

type LettersAnswer = { correspondences: Connection<Omit<TroubledLetter, 'since'>> & { totalCount: number } };

/** @param first how many of each: all for a file, fewer for the screen */
export const loadTroubles = async (ask: Ask, { now, timeZone, first = TROUBLES_SHOWN }: { now: Date; timeZone: string; first?: number }): Promise<Troubles> => {
  const filters = troubleFilters(now, timeZone);
  const [stuck, unprocessed, lost] = await Promise.all(
    TROUBLES.map((trouble) => ask<LettersAnswer>(LETTERS, { filter: filters[trouble], orderBy: ORDER[trouble], first }).then(({ correspondences }) => correspondences)),
  );
  const reports = await loadReports(ask, nodes(lost!).map(({ id }) => id));
  const since: Record<Trouble, (letter: Omit<TroubledLetter, 'since'>) => string | null> = {
    stuck: ({ handedOverAt }) => handedOverAt,
    unprocessed: ({ heldSince }) => heldSince,
    lost: ({ id }) => reports.get(id) ?? null,
  };
  const of = (trouble: Trouble, found: LettersAnswer['correspondences']) => ({
    count: found.totalCount,
    letters: nodes(found).map((letter) => ({ ...letter, since: since[trouble](letter) })),
  });
  return { stuck: of('stuck', stuck!), unprocessed: of('unprocessed', unprocessed!), lost: of('lost', lost!) };
};
