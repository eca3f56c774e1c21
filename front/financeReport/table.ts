import { INSTANCE } from '../../custom-objects/vocabulary';
import type { Words } from '../lib/words';
import { isDate, startsOf } from '../recoveries/dimensions';
import { dimensionNames, measureNames, valueText } from '../recoveries/labels';
import { moneyColumn, type Cells } from '../recoveries/parts';
import type { Catalogues } from '../reports/catalogues';
import { compareCells, type Column } from '../reports/sheet';
import type { Sort } from '../reports/Table';
import { OTHERS, type Axis, type Finance, type Question } from './data';
import { FIGURES, awardedOfClaimed, collectedOfAwarded, figuresOf, notAwarded, notCollected, type Amounts, type Figure, type Figures, type Key, type Place } from './figures';

/** The table of the report: what is shown, exported and printed. */

export type TableRow = { place: Place; name: string; depth: number; cells: Cells };
export type FinanceTable = {
  figures: Figures;
  columns: Column[];
  rows: TableRow[];
  totals: Cells;
  /** Whose lines are behind a column. */
  figureOf: (key: string) => Figure;
};

/** More months than these are not filled up where there was nothing. */
const MOST_FILLED = 120;
const INSTANCES: string[] = INSTANCE.map(({ value }) => value);

export const keyText = (axis: Axis, key: Key, of: { words: Words; catalogues: Catalogues; payers: Map<string, string> }): string =>
  key === OTHERS ? of.words.t('Other payers') : valueText(axis, key, of);

/** The second level of rows by instance. */
const axisAt = (axis: Axis, depth: number): Axis => (axis === 'instance' && depth === 1 ? 'kind' : axis);

export const tableOf = ({ finance, question, catalogues, words, today, sort }: {
  finance: Finance;
  question: Question;
  catalogues: Catalogues;
  words: Words;
  today: string;
  sort: Sort;
}): FinanceTable => {
  const { rows: axis, period } = question;
  const { t } = words;
  const figures = figuresOf(finance.facts);
  const { currencies } = figures;
  const names = measureNames(words);
  const nameOf = (key: Key, depth: number) => keyText(axisAt(axis, depth), key, { words, catalogues, payers: finance.payers });

  const money = (key: string, title: string, hint: string, value: (amount: Amounts, place: Place) => bigint, figure: Figure) => ({ key, title, hint, value, figure, isMoney: true as const });
  const share = (key: string, title: string, hint: string, value: (amount: Amounts, place: Place) => number | null, figure: Figure) => ({ key, title, hint, value, figure, isMoney: false as const });
  const measures = [
    money('claimed', names.claimed, t('Of the decisions of the period'), (amount, place) => amount('claimed', place), 'claimed'),
    money('notAwarded', t('Not awarded'), t('Claimed less awarded'), notAwarded, 'claimed'),
    money('awarded', names.awarded, t('Of the decisions of the period'), (amount, place) => amount('awarded', place), 'awarded'),
    money('notCollected', t('Not collected'), t('Awarded less collected'), notCollected, 'awarded'),
    money('collected', names.collected, t('Of what was decided in the period, whenever it was paid'), (amount, place) => amount('collected', place), 'collected'),
    share('awardedShare', t('Awarded ÷ claimed'), t('Nothing where nothing was claimed'), awardedOfClaimed, 'awarded'),
    share('collectedShare', t('Collected ÷ awarded'), t('Nothing where nothing was awarded'), collectedOfAwarded, 'collected'),
    money('received', t('Received in the period'), t('Paid on a day of the period, whenever it was awarded'), (amount, place) => amount('received', place), 'received'),
  ];
  /** Of a second currency nothing is said where there is nothing in it. */
  const isSilent = (currency: string, place: Place) => currency !== currencies[0] && FIGURES.every((figure) => figures.of(currency)(figure, place) === 0n);
  const fields = currencies.flatMap((currency) =>
    measures.map((measure) => {
      const key = `${measure.key} ${currency}`;
      const column: Column = measure.isMoney
        ? moneyColumn(key, measure.title, currency, currencies, measure.hint)
        : { key, title: currencies.length > 1 ? `${measure.title}, ${currency}` : measure.title, type: 'percent', hint: measure.hint };
      return { column, figure: measure.figure, cell: (place: Place) => (isSilent(currency, place) ? null : measure.value(figures.of(currency), place)) };
    }),
  );
  const cellsAt = (place: Place): Cells => Object.fromEntries(fields.map(({ column, cell }) => [column.key, cell(place)]));
  const rowAt = (place: Place): TableRow => {
    const depth = place.length - 1;
    const name = nameOf(place.at(-1) ?? null, depth);
    return { place, name, depth, cells: { row: name, ...cellsAt(place) } };
  };

  const rank = (key: Key) => (key === null ? 1 : key === OTHERS ? 2 : 0);
  const natural = (depth: number) => (one: TableRow, other: TableRow): number => {
    const [a, b] = [one.place.at(-1) ?? null, other.place.at(-1) ?? null];
    const isOrdered = isDate(axisAt(axis, depth));
    const order = axis === 'instance' && depth === 0 ? INSTANCES.indexOf(String(a)) - INSTANCES.indexOf(String(b)) : 0;
    return rank(a) - rank(b) || order || (isOrdered ? String(a).localeCompare(String(b)) : one.name.localeCompare(other.name, words.tag, { numeric: true }));
  };
  const sorted = (rows: TableRow[], depth: number): TableRow[] => {
    const inOrder = [...rows].sort(natural(depth));
    if (sort.key === 'row') return sort.descending ? inOrder.reverse() : inOrder;
    return inOrder.sort((one, other) => compareCells(one.cells[sort.key] ?? null, other.cells[sort.key] ?? null, sort.descending));
  };
  const filled = isDate(axis) && period.from <= today ? startsOf(axis, { from: period.from, to: period.to < today ? period.to : today }) : [];
  const keys = [...new Set<Key>([...(filled.length > MOST_FILLED ? [] : filled), ...figures.rows])];
  const rows = sorted(keys.map((key) => rowAt([key])), 0).flatMap((row) => [row, ...sorted(figures.below(row.place[0]!).map((key) => rowAt([row.place[0]!, key])), 1)]);

  return {
    figures,
    columns: [{ key: 'row', title: dimensionNames(words)[axis], type: 'text' }, ...fields.map(({ column }) => column)],
    rows,
    totals: cellsAt([]),
    figureOf: (key) => fields.find(({ column }) => column.key === key)!.figure,
  };
};
