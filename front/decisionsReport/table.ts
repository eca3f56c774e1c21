import { MEASURES, currenciesOf } from '../recoveries/sums';
import { dimensionNames, measureNames, valueText } from '../recoveries/labels';
import { isDate, startsOf } from '../recoveries/dimensions';
import { moneyColumn, type Cells } from '../recoveries/parts';
import type { Words } from '../lib/words';
import type { Catalogues } from '../reports/catalogues';
import { compareCells, type Column } from '../reports/sheet';
import type { Sort } from '../reports/Table';
import type { Axis, Decisions, Question, Shown } from './data';
import { figuresOf, NO_LINES, type Figures, type Key, type Place } from './figures';

/** The table of the report: what is shown, exported and printed. */

export const shownNames = (words: Words): Record<Shown, string> => ({
  decisions: words.t('Decisions'), ...measureNames(words), ratio: words.t('Awarded ÷ claimed'),
});

export type TableRow = { key: Key; name: string; cells: Cells };
/** @param columnOf the column of the table that a column of the sheet shows; none where it shows all of a row */
export type DecisionsTable = {
  figures: Figures;
  currencies: string[];
  columns: Column[];
  rows: TableRow[];
  totals: Cells;
  columnOf: (key: string) => Key | undefined;
};

/** More months than these are not filled up where nothing was decided. */
const MOST_FILLED = 120;

export const axisText = (axis: Axis, key: Key, of: { words: Words; catalogues: Catalogues }): string =>
  key === NO_LINES ? of.words.t('Without lines') : valueText(axis, key, of);

/** Dates by their order, all else by its name; what has none comes last. */
const inOrder = (axis: Axis, keys: Key[], textOf: (key: Key) => string, locale: string): Key[] => {
  const rank = (key: Key) => (key === null ? 2 : key === NO_LINES ? 1 : 0);
  return [...keys].sort((one, other) => rank(one) - rank(other) || (isDate(axis) ? String(one).localeCompare(String(other)) : textOf(one).localeCompare(textOf(other), locale, { numeric: true })));
};

export const tableOf = ({ decisions, question, catalogues, words, today, sort }: {
  decisions: Decisions;
  question: Question;
  catalogues: Catalogues;
  words: Words;
  today: string;
  sort: Sort;
}): DecisionsTable => {
  const { rows: axis, columns: across, shown, period } = question;
  const figures = figuresOf(decisions.facts);
  const currencies = currenciesOf(MEASURES.flatMap((measure) => decisions.facts.sums[measure]));
  const names = shownNames(words);
  const text = (of: Axis) => (key: Key) => axisText(of, key, { words, catalogues });
  /** A month in which nothing was decided is a row, too, unless it is yet to come. */
  const filled = (of: Axis): Key[] => {
    if (!isDate(of) || period.from > today) return [];
    const starts = startsOf(of, { from: period.from, to: period.to < today ? period.to : today });
    return starts.length > MOST_FILLED ? [] : starts;
  };
  const keysOf = (of: Axis, found: Key[]) => inOrder(of, [...new Set([...filled(of), ...found])], text(of), words.tag);
  const rowKeys = keysOf(axis, figures.rows);
  const columnKeys = across === null ? [] : keysOf(across, figures.columns);

  /** Of a second currency nothing is said where there is nothing in it. */
  const isSilent = (currency: string, place: Place) => currency !== currencies[0] && MEASURES.every((measure) => figures.amount(measure, currency, place) === 0n);
  const value = (what: Shown, currency: string, place: Place) => {
    if (what === 'decisions') return figures.decisions(place);
    if (isSilent(currency, place)) return null;
    return what === 'ratio' ? figures.awardedOfClaimed(currency, place) : figures.amount(what, currency, place);
  };
  const columnFor = (what: Shown, key: string, title: string, currency: string): Column => {
    if (what === 'decisions') return { key, title, type: 'count' };
    if (what === 'ratio') return { key, title: currencies.length > 1 ? `${title}, ${currency}` : title, type: 'percent' };
    return moneyColumn(key, title, currency, currencies);
  };
  const currenciesFor = (what: Shown) => (what === 'decisions' ? currencies.slice(0, 1) : currencies);

  type Field = { column: Column; cell: (place: Place) => Cells[string]; at?: Key };
  const fields: Field[] =
    across === null
      ? [
          { column: columnFor('decisions', 'decisions', names.decisions, ''), cell: (place) => figures.decisions(place) },
          ...currencies.flatMap((currency) =>
            ([...MEASURES, 'ratio'] as Exclude<Shown, 'decisions'>[]).map((what) => ({
              column: columnFor(what, `${what} ${currency}`, names[what], currency),
              cell: (place: Place) => value(what, currency, place),
            })),
          ),
        ]
      : [...columnKeys, undefined].flatMap((at) =>
          currenciesFor(shown).map((currency): Field => ({
            column: columnFor(shown, `${at === undefined ? 'total' : `at ${at}`} ${currency}`, at === undefined ? words.t('Total') : text(across)(at), currency),
            // Where rows and columns cross there is mostly nothing, which is better not written.
            cell: (place) => (at === undefined ? value(shown, currency, place) : value(shown, currency, { ...place, column: at }) || null),
            ...(at === undefined ? {} : { at }),
          })),
        );
  const cellsAt = (place: Place): Cells => Object.fromEntries(fields.map(({ column, cell }) => [column.key, cell(place)]));
  const rows = rowKeys.map((key): TableRow => ({ key, name: text(axis)(key), cells: { row: text(axis)(key), ...cellsAt({ row: key }) } }));
  const sorted = sort.key === 'row' ? (sort.descending ? rows.reverse() : rows) : [...rows].sort((one, other) => compareCells(one.cells[sort.key] ?? null, other.cells[sort.key] ?? null, sort.descending));
  return {
    figures,
    currencies,
    columns: [{ key: 'row', title: dimensionNames(words)[axis], type: 'text' }, ...fields.map(({ column }) => column)],
    rows: sorted,
    totals: cellsAt({}),
    columnOf: (key) => fields.find(({ column }) => column.key === key)?.at,
  };
};
