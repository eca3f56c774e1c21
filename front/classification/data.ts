import type { Direction } from '../firstVisit/directions';
import { records } from '../lib/api';
import { like } from '../lib/like';
import { find, put, update } from '../lib/store';
import { grouped } from '../reports/groups';
import { v4 } from 'uuid';

export type RunStatus = 'REQUESTED' | 'RUNNING' | 'DONE' | 'STOPPED' | 'FAILED';
export type ProposalStatus = 'PROPOSED' | 'CONFIRMED' | 'REJECTED' | 'APPLIED';

export type Run = {
  id: string; name: string | null; status: RunStatus | null; scope: 'ALL' | 'SELECTED' | null; total: number | null; done: number | null; proposed: number | null;
  confirmAbove: number | null; confirmedAbove: number | null; startedAt: string | null; finishedAt: string | null; createdAt: string; problem: string | null;
};
export const RUN = 'id name status scope total done proposed confirmAbove confirmedAbove startedAt finishedAt createdAt problem';

type PersonName = { id: string; name: { firstName: string; lastName: string } | null };
export type Proposal = {
  id: string; name: string | null; status: ProposalStatus | null; score: number | null; regionNames: string | null; directionNames: string | null;
  evidence: unknown; proposed: unknown; chosen: unknown; problem: string | null; runId: string | null; person: PersonName | null; company: { id: string; name: string | null } | null;
};
const PROPOSAL = `id name status score regionNames directionNames evidence proposed chosen problem runId
  person { id name { firstName lastName } } company { id name }`;

/** The last searches are shown; older ones are in their own list. */
const MOST_RUNS = 6;
export const PAGE = 50;

export const isOpen = ({ status }: Pick<Run, 'status'>): boolean => status === 'REQUESTED' || status === 'RUNNING';
/** Confirming is asked for and the workers have not carried it out yet. */
export const isConfirming = ({ confirmAbove, confirmedAbove }: Run): boolean => confirmAbove !== null && confirmAbove !== confirmedAbove;

export type Counts = Record<ProposalStatus, number>;
export type Overview = { runs: Run[]; counts: Counts };

export const loadOverview = async (): Promise<Overview> => {
  const [runs, groups] = await Promise.all([
    find<Run>('classificationRun', RUN, { orderBy: [{ createdAt: 'DescNullsLast' }], first: MOST_RUNS }),
    grouped(records, { object: 'classificationProposal', by: [{ status: true }] }),
  ]);
  const countOf = (status: ProposalStatus) => groups.find(({ keys }) => keys[0] === status)?.count ?? 0;
  return { runs, counts: { PROPOSED: countOf('PROPOSED'), CONFIRMED: countOf('CONFIRMED'), APPLIED: countOf('APPLIED'), REJECTED: countOf('REJECTED') } };
};

export type Sort = 'surest' | 'leastSure' | 'name';
export type Wanted = { status: ProposalStatus; text: string; sort: Sort; count: number };

const ORDER: Record<Sort, object> = { surest: { score: 'DescNullsLast' }, leastSure: { score: 'AscNullsLast' }, name: { name: 'AscNullsLast' } };

export const loadProposals = async ({ status, text, sort, count }: Wanted): Promise<{ proposals: Proposal[]; isAll: boolean }> => {
  const wanted = text.trim();
  const named = wanted ? [{ or: ['name', 'regionNames', 'directionNames'].map((field) => ({ [field]: like(wanted) })) }] : [];
  const found = await find<Proposal>('classificationProposal', PROPOSAL, { filter: { and: [{ status: { eq: status } }, ...named] }, orderBy: [ORDER[sort], { id: 'AscNullsLast' }], first: count + 1 });
  return { proposals: found.slice(0, count), isAll: found.length <= count };
};

export type Catalogues = { regions: { id: string; name: string | null }[]; directions: Direction[] };

export const loadCatalogues = async (): Promise<Catalogues> => {
  const [regions, directions] = await Promise.all([
    find<Catalogues['regions'][number]>('region', 'id name', { orderBy: [{ name: 'AscNullsLast' }] }),
    find<Direction>('legalDirection', 'id name parentId particulars isActive'),
  ]);
  return { regions, directions };
};

/** @param id chosen by who asks, so that asking twice is asking once */
export const startRun = (id: string, name: string, selection: { people: string[]; companies: string[] } | null): Promise<void> =>
  put('classificationRun', [{ id, name, status: 'REQUESTED', scope: selection ? 'SELECTED' : 'ALL', ...(selection ? { selection } : {}) }]);

export const newRunId = (): string => v4();

/** Of each search, how many of its proposals wait that are at least so sure. */
export const waitingAbove = async (score: number): Promise<{ runIds: string[]; count: number }> => {
  const groups = await grouped(records, { object: 'classificationProposal', by: [{ runId: true }], filter: { and: [{ status: { eq: 'PROPOSED' } }, { score: { gte: score } }] } });
  const ofRuns = groups.filter(({ keys }) => keys[0] !== null);
  return { runIds: ofRuns.map(({ keys }) => keys[0]!), count: ofRuns.reduce((sum, { count }) => sum + count, 0) };
};

/** The workers do it. What they did of the same score before counts no more, or they would take it for done. */
export const confirmAbove = async (score: number): Promise<void> => {
  const { runIds } = await waitingAbove(score);
  await update('classificationRun', runIds, { confirmAbove: score, confirmedAbove: null });
};
