import { nodes, type Connection } from '../lib/api';
import type { Office } from '../../workers/correspondence/protocol';
import type { Ask } from '../reports/ask';
import { totals } from '../reports/groups';
import {
  atRisk, DESERTED, desertion, inOrder, OPEN, riskFilters, RISKS, scopeFilter, traceOf,
  type Author, type LetterRecord, type Question, type Risk, type RiskyLetter, type Scope,
} from './figures';

/** What the page of letters at risk asks for. */

/** So many at each risk are shown; of all of them the number is said. */
export const SHOWN = 200;
/** Twenty gives no more records at once. */
export const MOST = 5_000;

export type Risks = {
  counts: Record<Risk, number>;
  /** How many letters are at any risk, each counted once, and how many are not in the archive. */
  total: number;
  open: number;
  /** The gravest first. Not all of them where a risk has more than were asked for. */
  letters: RiskyLetter[];
};

const LETTERS = `query AtRisk($filter: CorrespondenceFilterInput, $orderBy: [CorrespondenceOrderByInput], $first: Int) {
  correspondences(filter: $filter, orderBy: $orderBy, first: $first) {
    totalCount
    edges { node {
      id number subject flow status holderId holderDepartmentId heldSince pendingMemberId pendingDepartmentId handedOverAt handedOverById dueAt createdAt
      createdBy { workspaceMemberId name } counterparty { name }
    } }
  }
}`;

const ORDER: Partial<Record<Question, string>> = { PENDING: 'handedOverAt', OVERDUE: 'dueAt', UNREGISTERED: 'createdAt' };

type LettersAnswer = { correspondences: Connection<LetterRecord> & { totalCount: number } };

const TRACES = `query Traces($filter: CorrespondenceHistoryFilterInput, $first: Int) {
  correspondenceHistories(filter: $filter, first: $first, orderBy: [{ occurredAt: AscNullsFirst }]) {
    edges { node { correspondenceId action occurredAt reason createdBy { workspaceMemberId name } } }
  }
}`;

type TraceRow = { correspondenceId: string; action: string; occurredAt: string; reason: string | null; createdBy: Author | null };

const loadTraces = async (ask: Ask, letterIds: string[]): Promise<TraceRow[]> => {
  if (letterIds.length === 0) return [];
  const filter = {
    and: [{ correspondenceId: { in: letterIds } }, { action: { in: ['ACCEPT', 'REPORT_LOST', 'RETURN_UNDELIVERED'] } }, { outcome: { eq: 'APPLIED' } }],
  };
  return nodes((await ask<{ correspondenceHistories: Connection<TraceRow> }>(TRACES, { filter, first: MOST })).correspondenceHistories);
};

type Wanted = { scope: Scope; office: Office; now: Date; timeZone: string; first?: number };

export const loadRisks = async (ask: Ask, { scope, office, now, timeZone, first = SHOWN }: Wanted): Promise<Risks> => {
  const within = scopeFilter(scope, office);
  const scoped = (filter: object) => (within === null ? filter : { and: [filter, within] });
  const questions = Object.entries(riskFilters(now, timeZone)) as [Question, object][];
  const [total, open, ...answers] = await Promise.all([
    totals(ask, { object: 'correspondence', filter: scoped(atRisk(now, timeZone)) }),
    totals(ask, { object: 'correspondence', filter: scoped({ or: [{ status: { in: OPEN } }, { status: { is: 'NULL' } }] }) }),
    ...questions.map(([question, filter]) =>
      ask<LettersAnswer>(LETTERS, { filter: scoped(filter), orderBy: [{ [ORDER[question] ?? 'heldSince']: 'AscNullsFirst' }], first: question === DESERTED ? MOST : first }),
    ),
  ]);
  const found = new Map(questions.map(([question], at) => [question, answers[at]!.correspondences]));
  const traced = (['LOST', 'RETURNED', DESERTED] as const).flatMap((question) => nodes(found.get(question)!).map(({ id }) => id));
  const steps = new Map<string, TraceRow[]>();
  for (const row of await loadTraces(ask, [...new Set(traced)])) steps.set(row.correspondenceId, [...(steps.get(row.correspondenceId) ?? []), row]);

  const counts = Object.fromEntries(RISKS.map((risk) => [risk, 0])) as Record<Risk, number>;
  const letters = new Map<string, RiskyLetter>();
  for (const [question, connection] of found) {
    if (question !== DESERTED) counts[question] = connection.totalCount;
    else counts.NO_HOLDER = connection.totalCount - connection.edges.length;
    for (const record of nodes(connection)) {
      const trace = traceOf(record, steps.get(record.id) ?? []);
      const risk = question === DESERTED ? desertion(record, trace) : question;
      if (question === DESERTED) counts[risk] += 1;
      const risks = [...(letters.get(record.id)?.risks ?? []), risk];
      letters.set(record.id, { ...record, trace, risks: RISKS.filter((each) => risks.includes(each)) });
    }
  }
  return { counts, total: total.count, open: open.count, letters: [...letters.values()].sort(inOrder) };
};
