import type { Catalogues } from '../reports/catalogues';
import type { Ask } from '../reports/ask';
import { totals } from '../reports/groups';
import type { Period } from '../reports/period';
import { amongOf, byOf, isValue, narrowed, valuesOf, within, type Dimension, type Narrowing } from '../recoveries/dimensions';
import { MEASURES, sumsOf, type Measure, type Sum } from '../recoveries/sums';
import { wholeGroups } from '../recoveries/wholeGroups';
import { NO_LINES, type Count, type Facts, type Key } from './figures';

export const AXES = ['month', 'quarter', 'year', 'rootDirection', 'region', 'kind', 'outcome'] as const satisfies Dimension[];
export type Axis = (typeof AXES)[number];
export const SHOWN = ['decisions', ...MEASURES, 'ratio'] as const;
export type Shown = (typeof SHOWN)[number];

/** @param shown what the cells of a table with columns are; without columns it shows everything */
export type Question = { period: Period; rows: Axis; columns: Axis | null; shown: Shown; narrowing: Omit<Narrowing, 'kind'>; kind: string | null };
export type Decisions = {
  facts: Facts;
  /** Decisions that the filters leave and that are in no period, for want of a date. */
  undated: number;
};

const FIRST_OF_KIND = 'countTrueIsFirstOfKind';
/** Until the workers have counted, a decision has no lines. */
const WITHOUT_LINES = { or: [{ lineCount: { eq: 0 } }, { lineCount: { is: 'NULL' } }] };

type Scope = Pick<Question, 'period' | 'narrowing' | 'kind'>;

const decisionFilter = ({ narrowing, kind }: Scope, { directions }: Catalogues): object[] => [
  ...narrowed(narrowing, directions), ...(kind === NO_LINES ? [WITHOUT_LINES] : []),
];
const lineFilter = ({ narrowing, kind }: Scope, { directions }: Catalogues): object[] => narrowed({ ...narrowing, kind }, directions);

/** The amounts that the table shows. */
export const measuresOf = ({ columns, shown }: Question): readonly Measure[] => {
  if (columns === null) return MEASURES;
  return shown === 'decisions' ? [] : shown === 'ratio' ? ['claimed', 'awarded'] : [shown];
};

export const loadDecisions = async (ask: Ask, question: Question, catalogues: Catalogues): Promise<Decisions> => {
  const { period, rows, columns, kind } = question;
  const axes = columns === null ? [rows] : [rows, columns];
  const inPeriod = within('decidedAt', period);
  const ofDecisions = [...inPeriod, ...decisionFilter(question, catalogues)];
  const ofLines = [...inPeriod, ...lineFilter(question, catalogues)];
  const kindAt = kind === null && axes.includes('kind') ? (axes.indexOf('kind') as 0 | 1) : null;
  const isByLines = axes.includes('kind') || (kind !== null && kind !== NO_LINES);

  /** The longest of the dimensions is the one to deal out. */
  const dealt = (by: Axis[], each: number) => {
    const lists = by.map((axis) => valuesOf(axis, catalogues, period));
    const longest = lists.reduce((at, list, index) => (list.length > lists[at]!.length ? index : at), 0);
    return {
      values: lists[longest]!,
      among: amongOf(by[longest]!, lists[longest]!),
      expected: lists.reduce((product, list) => product * list.length, each),
    };
  };
  const counted = async (object: 'courtDecision' | 'recovery', by: Axis[], filter: object[]): Promise<Count[]> => {
    if (by.length === 0) return [{ keys: [], count: (await totals(ask, { object, filter: { and: filter } })).count }];
    const aggregates = object === 'recovery' ? [FIRST_OF_KIND] : [];
    const dealing = dealt(by, 1);
    const groups = await wholeGroups(ask, { object, by: by.map((axis) => byOf(axis)), filter: { and: filter }, aggregates }, dealing, dealing.expected);
    return groups.map(({ keys, count, values }) => ({ keys, count: object === 'recovery' ? (values[FIRST_OF_KIND] ?? 0) : count })).filter(({ count }) => count > 0);
  };
  /** Counts without the kind, with something in its place. */
  const others = axes.filter((axis) => axis !== 'kind');
  const withKind = (counts: Count[], key: Key): Count[] =>
    counts.map(({ keys, count }) => ({ keys: axes[0] === 'kind' ? [key, ...keys] : [...keys, key], count }));

  const countsOf = async (): Promise<Pick<Facts, 'counts' | 'distinct'>> => {
    if (kind === NO_LINES && axes.includes('kind')) return { counts: withKind(await counted('courtDecision', others, ofDecisions), NO_LINES), distinct: [] };
    if (!isByLines) return { counts: await counted('courtDecision', axes, ofDecisions), distinct: [] };
    if (kindAt === null) return { counts: await counted('recovery', axes, ofLines), distinct: [] };
    const [ofKinds, lineless, distinct] = await Promise.all([
      counted('recovery', axes, ofLines), counted('courtDecision', others, [...ofDecisions, WITHOUT_LINES]), counted('courtDecision', others, ofDecisions),
    ]);
    return { counts: [...ofKinds, ...withKind(lineless, NO_LINES).filter(({ count }) => count > 0)], distinct: withKind(distinct, null) };
  };
  const sums = async (measure: Measure): Promise<Sum[]> => {
    if (kind === NO_LINES || !measuresOf(question).includes(measure)) return [];
    return sumsOf(ask, { measure, by: axes.map((axis) => byOf(axis)), filter: ofLines, dealing: dealt(axes, 1) });
  };
  const undatedOf = async (): Promise<number> => {
    if (kind !== null && kind !== NO_LINES) return 0;
    return (await totals(ask, { object: 'courtDecision', filter: { and: [{ decidedAt: { is: 'NULL' } }, ...decisionFilter(question, catalogues)] } })).count;
  };

  const [counts, claimed, awarded, collected, undated] = await Promise.all([countsOf(), sums('claimed'), sums('awarded'), sums('collected'), undatedOf()]);
  return { facts: { ...counts, kindAt, sums: { claimed, awarded, collected } }, undated };
};

/** The records behind a place of the table: decisions, or the lines of a kind. */
export const behind = (question: Question, { row, column }: { row?: Key; column?: Key }, catalogues: Catalogues): { object: 'courtDecision' | 'recovery'; filter: object } => {
  const { period, rows, columns, kind } = question;
  const places: [Axis, Key | undefined][] = [[rows, row], ...(columns === null ? [] : [[columns, column] as [Axis, Key | undefined]])];
  const chosen = places.filter((place): place is [Axis, Key] => place[1] !== undefined);
  const isLineless = kind === NO_LINES || chosen.some(([, value]) => value === NO_LINES);
  const isOfLines = !isLineless && (kind !== null || chosen.some(([axis]) => axis === 'kind'));
  const narrow = isOfLines ? lineFilter(question, catalogues) : decisionFilter({ ...question, kind: isLineless ? NO_LINES : null }, catalogues);
  const values = chosen.filter(([, value]) => value !== NO_LINES).map(([axis, value]) => isValue(axis, value, period));
  return { object: isOfLines ? 'recovery' : 'courtDecision', filter: { and: [...within('decidedAt', period), ...narrow, ...values] } };
};

export const undatedBehind = (question: Question, catalogues: Catalogues): object => ({ and: [{ decidedAt: { is: 'NULL' } }, ...decisionFilter(question, catalogues)] });

/** What a page that nobody has set otherwise begins with. */
export const firstQuestion = (period: Period): Question => ({
  period, rows: 'month', columns: null, shown: 'awarded', kind: null, narrowing: { rootDirection: null, direction: null, region: null, outcome: null, instance: null },
});
