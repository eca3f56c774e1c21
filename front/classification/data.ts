import { v4 } from 'uuid';
import type { PROPOSAL_STATUS, RUN_STATUS } from '../../custom-objects/vocabulary';
import { records } from '../lib/api';
import { like } from '../lib/like';
import { find, put, update } from '../lib/store';
import { grouped, totals } from '../reports/groups';

export type ProposalStatus = (typeof PROPOSAL_STATUS)[number]['value'];
export type RunStatus = (typeof RUN_STATUS)[number]['value'];

export type Run = {
  id: string;
  name: string | null;
  status: RunStatus | null;
  scope: string | null;
  total: number | null;
  done: number | null;
  proposed: number | null;
  confirmAbove: number | null;
  confirmedAbove: number | null;
  startedAt: string | null;
  finishedAt: string | null;
  createdAt: string;
  problem: string | null;
};
export const RUN = 'id name status scope total done proposed confirmAbove confirmedAbove startedAt finishedAt createdAt problem';

export type Scored = { id: string; name: string; score: number };
export type Evidence = { folderId: string; path: string; words: string[]; kind: 'REGION' | 'DIRECTION'; targetId: string; targetName: string; score: number; by: 'RULE' | 'NAME' };
export type Proposal = {
  id: string;
  name: string | null;
  status: ProposalStatus | null;
  score: number | null;
  personId: string | null;
  companyId: string | null;
  evidence: Evidence[] | null;
  proposed: { regions: Scored[]; directions: Scored[] } | null;
  chosen: Chosen | null;
  problem: string | null;
};
export type Chosen = { regions: string[]; directions: string[] };
const PROPOSAL = 'id name status score personId companyId evidence proposed chosen problem';

const RUNS_SHOWN = 5;

export const loadRuns = (): Promise<Run[]> => find<Run>('classificationRun', RUN, { orderBy: [{ createdAt: 'DescNullsLast' }], first: RUNS_SHOWN });

export const isOpen = ({ status }: Run): boolean => status === 'REQUESTED' || status === 'RUNNING';
export const isConfirming = (run: Run): boolean => !isOpen(run) && run.confirmAbove !== null && run.confirmAbove !== run.confirmedAbove;

/** How long it will go on, by how it went so far; null while that says nothing. */
export const leftMs = ({ startedAt, total, done }: Pick<Run, 'startedAt' | 'total' | 'done'>, now: number): number | null => {
  if (startedAt === null || !total || !done || done >= total) return null;
  const spent = now - Date.parse(startedAt);
  return spent > 0 ? (spent / done) * (total - done) : null;
};

export type Wanted = { status: ProposalStatus; from: number; text: string };

export const filterOf = ({ status, from, text }: Wanted): object => ({
  and: [
    { status: { eq: status } },
    ...(from > 0 ? [{ score: { gte: from } }] : []),
    ...(text.trim() ? [{ or: ['name', 'regionNames', 'directionNames'].map((field) => ({ [field]: like(text.trim()) })) }] : []),
  ],
});

export type Proposals = { rows: Proposal[]; count: number };

export const loadProposals = async (wanted: Wanted, first: number): Promise<Proposals> => {
  const filter = filterOf(wanted);
  const [rows, { count }] = await Promise.all([
    find<Proposal>('classificationProposal', PROPOSAL, { filter, orderBy: [{ score: 'DescNullsLast' }, { id: 'AscNullsFirst' }], first }),
    totals(records, { object: 'classificationProposal', filter }),
  ]);
  return { rows, count };
};

export const begin = (name: string): Promise<void> => put('classificationRun', [{ id: v4(), name, scope: 'ALL', status: 'REQUESTED' }]);
export const stop = ({ id }: Run): Promise<void> => update('classificationRun', [id], { status: 'STOPPED' });
export const goOn = ({ id }: Run): Promise<void> => update('classificationRun', [id], { status: 'REQUESTED' });

export const decide = ({ id }: Proposal, status: ProposalStatus, chosen: Chosen | null): Promise<void> => update('classificationProposal', [id], { status, chosen });

/** The workers do it, search by search. A search is asked again even for the score that it was confirmed from before: it may have proposed more since. */
export const confirmFrom = async (score: number): Promise<void> => {
  const groups = await grouped(records, { object: 'classificationProposal', by: [{ runId: true }], filter: filterOf({ status: 'PROPOSED', from: score, text: '' }) });
  const runIds = groups.flatMap(({ keys }) => keys[0] ?? []);
  if (runIds.length > 0) await update('classificationRun', runIds, { confirmAbove: score, confirmedAbove: null });
};
