import type { DecisionOutcome } from '../../custom-objects/vocabulary';
import { ifAllowed } from '../case/data';
import { nodes, type Connection } from '../lib/api';
import type { Ask } from '../reports/ask';
import { grouped } from '../reports/groups';
import { added, exact, type Sums } from '../reports/money';
import { STAGE_AGGREGATES, stagesOf, type ControlRow, type StageTotals } from './figures';

/** What the page of case control asks for. */

/** So many cases a page. */
export const PAGE = 100;
/** Twenty gives so many records at once. */
const AT_ONCE = 5_000;
/** So many cases are named in one filter. */
const IN_FILTER = 500;

const FIELDS = `id legalCaseId legalCase { number title } stage instance leadId departmentId openEvents awaitsClient isForgotten
  lastMovementAt daysWithoutMovement requiredCount receivedCount missingDocuments requestsSent requestsOpen requestsOverdue`;

const ROWS = `query ControlRows($filter: CaseControlFilterInput, $orderBy: [CaseControlOrderByInput], $first: Int, $offset: Int) {
  caseControls(filter: $filter, orderBy: $orderBy, first: $first, offset: $offset) { edges { node { ${FIELDS} } } }
}`;

type Wanted = { filter: object; orderBy: object[]; offset: number; first?: number };

export const loadRows = async (ask: Ask, { filter, orderBy, offset, first = PAGE }: Wanted): Promise<ControlRow[]> =>
  nodes((await ask<{ caseControls: Connection<ControlRow> }>(ROWS, { filter, orderBy, first, offset })).caseControls);

/** Of each case its decisions, the latest first, and what was collected, in micros; null where the viewer may not read them. */
export type Decided = Map<string, { decidedAt: string | null; outcome: DecisionOutcome | null }[]> | null;
export type Received = Map<string, { micros: bigint; currency: string }> | null;
export type Money = { decided: Decided; received: Received };

const DECISIONS = `query DecisionsOf($filter: CourtDecisionFilterInput, $first: Int) {
  courtDecisions(filter: $filter, first: $first, orderBy: [{ decidedAt: DescNullsLast }]) { edges { node { legalCaseId decidedAt outcome } } }
}`;
const FINANCES = `query FinancesOf($filter: CaseFinanceFilterInput, $first: Int) {
  caseFinances(filter: $filter, first: $first) { edges { node { legalCaseId collected { amountMicros currencyCode } } } }
}`;

type Amount = { amountMicros: number | string | null; currencyCode: string | null } | null;
type Decision = { legalCaseId: string; decidedAt: string | null; outcome: DecisionOutcome | null };
type Finance = { legalCaseId: string; collected: Amount };

const chunks = <T>(all: T[], size: number): T[][] => Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

const ofCases = <T>(ask: Ask, query: string, plural: string, caseIds: string[]): Promise<T[] | null> =>
  ifAllowed(
    Promise.all(
      chunks(caseIds, IN_FILTER).map(async (ids) => nodes((await ask<Record<string, Connection<T>>>(query, { filter: { legalCaseId: { in: ids } }, first: AT_ONCE }))[plural]!)),
    ).then((found) => found.flat()),
  );

export const loadMoney = async (ask: Ask, caseIds: string[]): Promise<Money> => {
  const [decisions, finances] = await Promise.all([
    ofCases<Decision>(ask, DECISIONS, 'courtDecisions', caseIds),
    ofCases<Finance>(ask, FINANCES, 'caseFinances', caseIds),
  ]);
  const decided: Decided = decisions && new Map();
  for (const { legalCaseId, ...decision } of decisions ?? []) decided!.set(legalCaseId, [...(decided!.get(legalCaseId) ?? []), decision]);
  const received: Received = finances && new Map();
  for (const { legalCaseId, collected } of finances ?? [])
    if (collected?.amountMicros) received!.set(legalCaseId, { micros: exact(collected.amountMicros), currency: collected.currencyCode || 'RUB' });
  return { decided, received };
};

const casesOf = (rows: ControlRow[]): string[] => rows.flatMap(({ legalCaseId }) => legalCaseId ?? []);

export type Control = { rows: ControlRow[]; stages: StageTotals[] } & Money;

/** The first table: a page of cases with their money, and the totals by stage. */
export const loadControl = async (ask: Ask, { filter, ofStages, orderBy, offset }: { filter: object; ofStages: object; orderBy: object[]; offset: number }): Promise<Control> => {
  const [rows, stages] = await Promise.all([
    loadRows(ask, { filter, orderBy, offset }),
    grouped(ask, { object: 'caseControl', by: [{ stage: true }], filter: ofStages, aggregates: STAGE_AGGREGATES }),
  ]);
  return { rows, stages: stagesOf(stages), ...(await loadMoney(ask, casesOf(rows))) };
};

/** All that match, however many, with their money. @param count how many there are */
export const loadAll = async (ask: Ask, { filter, orderBy, count }: { filter: object; orderBy: object[]; count: number }): Promise<{ rows: ControlRow[] } & Money> => {
  const offsets = Array.from({ length: Math.ceil(count / AT_ONCE) }, (_, at) => at * AT_ONCE);
  const rows = (await Promise.all(offsets.map((offset) => loadRows(ask, { filter, orderBy, offset, first: AT_ONCE })))).flat();
  return { rows, ...(await loadMoney(ask, casesOf(rows))) };
};

/**
 * What was collected in all cases that the list shows, each currency apart; null where the viewer may not read it.
 *
 * @param cases the cases by their own fields; null where they must be asked for one by one
 */
export const loadReceived = async (ask: Ask, { cases, ...wanted }: { cases: object | null; filter: object; orderBy: object[]; count: number }): Promise<Sums | null> => {
  if (cases === null) {
    const { received } = await loadAll(ask, wanted);
    return received && [...received.values()].reduce<Sums>((sums, { currency, micros }) => added(sums, currency, micros), new Map());
  }
  const groups = await ifAllowed(
    grouped(ask, { object: 'caseFinance', by: [{ collected: { currencyCode: true } }], filter: { legalCase: cases }, aggregates: ['sumCollectedAmountMicros'] }),
  );
  return groups && groups.reduce<Sums>((sums, { keys, values }) => (values.sumCollectedAmountMicros ? added(sums, keys[0] ?? 'RUB', exact(values.sumCollectedAmountMicros)) : sums), new Map());
};
