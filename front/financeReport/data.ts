import { nodes, type Connection } from '../lib/api';
import type { Ask } from '../reports/ask';
import type { Catalogues } from '../reports/catalogues';
import { grouped } from '../reports/groups';
import type { Period } from '../reports/period';
import { amongOf, byOf, isValue, narrowed, valuesOf, within, type Day, type Dimension, type Narrowing } from '../recoveries/dimensions';
import { sumsOf, type Measure, type Sum } from '../recoveries/sums';
import { FIGURES, remainder, type Facts, type Figure, type Key } from './figures';

export const AXES = ['month', 'quarter', 'year', 'rootDirection', 'direction', 'region', 'kind', 'payer', 'instance'] as const satisfies Dimension[];
export type Axis = (typeof AXES)[number];

export type Question = { period: Period; rows: Axis; narrowing: Omit<Narrowing, 'outcome'> };
export type Finance = {
  facts: Facts;
  payers: Map<string, string>;
  /** Whether there are more payers than rows: the others are together under OTHERS. */
  hasOthers: boolean;
  /** Claimed, and not decided on, so in no period. */
  undecided: Sum[];
  /** Collected of what was awarded in the period, with no day of payment: not among the received. */
  undatedReceipts: Sum[];
};

/** The row of all payers that have none of their own. */
export const OTHERS = 'OTHERS';
const MOST_PAYERS = 100;

const MEASURE_OF: Record<Figure, Measure> = { claimed: 'claimed', awarded: 'awarded', collected: 'collected', received: 'collected' };
const DAY_OF: Record<Figure, Day> = { claimed: 'decidedAt', awarded: 'decidedAt', collected: 'decidedAt', received: 'collectedAt' };
const FLAG_OF: Partial<Record<Figure, string>> = { claimed: 'countsAsClaimed', awarded: 'countsAsAwarded' };

/** Whether a claim counts once, and not at each instance at which it was heard. */
const isOnce = ({ narrowing, rows }: Question): boolean => narrowing.instance === null && rows !== 'instance';

/** @param once whether of one claim at several instances one line counts */
const linesOf = (figure: Figure, { period, narrowing }: Question, { directions }: Catalogues, once: boolean): object[] => {
  const flag = FLAG_OF[figure];
  return [...within(DAY_OF[figure], period), ...narrowed(narrowing, directions), ...(flag && once ? [{ [flag]: { eq: true } }] : [])];
};

type CompanyAnswer = { companies: Connection<{ id: string; name: string | null }> };

/** Of many payers, those with the most lines. */
const loadPayers = async (ask: Ask, question: Question, catalogues: Catalogues): Promise<Map<string, string>> => {
  const any = { or: [{ and: within('decidedAt', question.period) }, { and: within('collectedAt', question.period) }] };
  const groups = await grouped(ask, {
    object: 'recovery', by: [{ payerId: true }], filter: { and: [any, ...narrowed(question.narrowing, catalogues.directions)] },
    orderBy: [{ aggregate: { totalCount: 'DescNullsLast' } }], limit: MOST_PAYERS,
  });
  const ids = groups.flatMap(({ keys }) => keys[0] ?? []);
  if (ids.length === 0) return new Map();
  const { companies } = await ask<CompanyAnswer>('query Payers($filter: CompanyFilterInput) { companies(filter: $filter, first: 200) { edges { node { id name } } } }', { filter: { id: { in: ids } } });
  const names = new Map(nodes(companies).map(({ id, name }) => [id, name ?? '']));
  return new Map(ids.map((id) => [id, names.get(id) ?? '']));
};

const UNDECIDED = [{ decidedAt: { is: 'NULL' } }, { countsAsClaimed: { eq: true } }];

export const undecidedBehind = ({ narrowing }: Question, { directions }: Catalogues): object => ({ and: [...UNDECIDED, ...narrowed(narrowing, directions)] });

export const loadFinance = async (ask: Ask, question: Question, catalogues: Catalogues): Promise<Finance> => {
  const { period, rows, narrowing } = question;
  const axes: Axis[] = rows === 'instance' ? ['instance', 'kind'] : [rows];
  const payers = rows === 'payer' ? await loadPayers(ask, question, catalogues) : new Map<string, string>();
  const lists = axes.map((axis) => valuesOf(axis, catalogues, period));
  const longest = lists.reduce((at, list, index) => (list.length > lists[at]!.length ? index : at), 0);
  const payerRows = rows === 'payer' ? [{ or: [{ payerId: { in: [...payers.keys()] } }, { payerId: { is: 'NULL' } }] }] : [];

  const rowSums = (figure: Figure): Promise<Sum[]> =>
    sumsOf(ask, {
      measure: MEASURE_OF[figure],
      by: axes.map((axis) => byOf(axis, DAY_OF[figure])),
      filter: [...linesOf(figure, question, catalogues, isOnce(question)), ...(payers.size > 0 ? payerRows : [])],
      dealing: {
        values: lists[longest]!,
        among: amongOf(axes[longest]!, lists[longest]!, DAY_OF[figure]),
        expected: lists.reduce((product, list) => product * list.length, 1),
      },
    });
  /** The totals are asked for only where they are not the sum of the rows. */
  const isSum = rows !== 'instance' && rows !== 'payer';
  const totalSums = (figure: Figure): Promise<Sum[]> =>
    sumsOf(ask, { measure: MEASURE_OF[figure], by: [], filter: linesOf(figure, question, catalogues, narrowing.instance === null) });
  const each = async (load: (figure: Figure) => Promise<Sum[]>): Promise<Record<Figure, Sum[]>> =>
    Object.fromEntries(await Promise.all(FIGURES.map(async (figure) => [figure, await load(figure)]))) as Record<Figure, Sum[]>;

  const filters = narrowed(narrowing, catalogues.directions);
  const [sums, totals, undecided, undatedReceipts] = await Promise.all([
    each(rowSums),
    isSum ? null : each(totalSums),
    sumsOf(ask, { measure: 'claimed', by: [], filter: [...UNDECIDED, ...filters] }),
    sumsOf(ask, { measure: 'collected', by: [], filter: [...within('decidedAt', period), { collectedAt: { is: 'NULL' } }, ...filters] }),
  ]);
  const all = totals ?? sums;
  const others = rows === 'payer' && totals ? (Object.fromEntries(FIGURES.map((figure) => [figure, remainder(totals[figure], sums[figure])])) as Record<Figure, Sum[]>) : null;
  const hasOthers = others !== null && FIGURES.some((figure) => others[figure].length > 0);
  const withOthers = hasOthers
    ? (Object.fromEntries(FIGURES.map((figure) => [figure, [...sums[figure], ...others[figure].map((sum) => ({ ...sum, keys: [OTHERS] }))]])) as Record<Figure, Sum[]>)
    : sums;
  return { facts: { sums: withOthers, totals: all }, payers, hasOthers, undecided, undatedReceipts };
};

/** The lines behind a figure. */
export const behind = (question: Question, figure: Figure, place: Key[], catalogues: Catalogues, payers: Map<string, string>): object => {
  const axes: Axis[] = question.rows === 'instance' ? ['instance', 'kind'] : [question.rows];
  const once = isOnce(question) || (question.rows === 'instance' && place.length === 0 && question.narrowing.instance === null);
  const values = place.map((value, at) =>
    value === OTHERS ? { not: { payerId: { in: [...payers.keys()] } } } : isValue(axes[at]!, value, question.period, DAY_OF[figure]),
  );
  return { and: [...linesOf(figure, question, catalogues, once), ...values, { [MEASURE_OF[figure]]: { amountMicros: { neq: 0 } } }] };
};

/** What a page that nobody has set otherwise begins with. */
export const firstQuestion = (period: Period): Question => ({
  period, rows: 'month', narrowing: { rootDirection: null, direction: null, region: null, kind: null, payer: null, instance: null },
});
