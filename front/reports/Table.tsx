import { useState, type ReactNode } from 'react';
import { beginning } from '../../workers/correspondence/lines';
import { Button, Link } from '../lib/kit';
import type { Words } from '../lib/words';
import { units } from './money';
import type { Cell, Column } from './sheet';

export type Sort = { key: string; descending: boolean };
export type Row = {
  id: string;
  cells: Record<string, Cell>;
  depth?: number;
  /** Whether what is below it shows; undefined where nothing is below. */
  open?: boolean;
  busy?: boolean;
  onToggle?: () => void;
  /** Opens the record that the row is. */
  onOpen?: () => void;
  /** Shows the records behind a figure. */
  onCell?: (key: string) => void;
  /** Beneath the row, all across: what is wrong, or that nothing is there. */
  note?: ReactNode;
  loud?: boolean;
};

/** So many rows at first: each is a dozen elements that the worker has to send to the page. */
const PAGE = 60;

export const TABLE_CSS = `
.ld-table-frame { overflow: auto; max-width: 100%; border: 1px solid var(--ld-line); border-radius: 8px; }
.ld-table { border-collapse: separate; border-spacing: 0; width: 100%; font-size: 13px; }
.ld-table th, .ld-table td { padding: 6px 10px; text-align: left; vertical-align: top; border-bottom: 1px solid var(--ld-line); }
.ld-table tbody tr:last-child td { border-bottom: 0; }
.ld-table th { position: sticky; top: 0; z-index: 1; background: var(--ld-raised); font-weight: 500; font-size: 12px; color: var(--ld-soft); white-space: nowrap; }
.ld-table th.figure, .ld-table td.figure { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.ld-table tbody tr:hover td { background: var(--ld-hover); }
.ld-table tr.total td { font-weight: 600; background: var(--ld-raised); border-top: 1px solid var(--ld-strong); }
.ld-table td:first-child { min-width: 220px; max-width: 460px; }
.ld-table tr.loud td:first-child { box-shadow: inset 3px 0 0 var(--ld-red-text); }
.ld-table .ld-toggle { width: 18px; flex: none; border: 0; background: none; padding: 0; color: var(--ld-faint); cursor: pointer; font: inherit; }
.ld-table-foot { padding: 8px 10px; }
`;

const isFigure = ({ type }: Column): boolean => type !== 'text' && type !== 'date';

/** More of a text nobody reads in a table. */
const LONGEST_SHOWN = 1_000;

/** A cell as a person reads it. */
export const shownCell = (cell: Cell, { type, currency }: Column, words: Words): string => {
  if (cell === null) return '—';
  if (type === 'date') return words.date(String(cell));
  if (typeof cell === 'string') return beginning(cell, LONGEST_SHOWN);
  if (typeof cell === 'bigint' || type === 'money') {
    const amount = typeof cell === 'bigint' ? units(cell) : cell;
    const digits = Number.isInteger(amount) ? 0 : 2;
    return new Intl.NumberFormat(words.tag, { style: 'currency', currency: currency ?? 'RUB', currencyDisplay: 'narrowSymbol', minimumFractionDigits: digits, maximumFractionDigits: digits }).format(amount);
  }
  const options = type === 'percent' ? { style: 'percent' as const, maximumFractionDigits: 1 } : { maximumFractionDigits: 1 };
  return new Intl.NumberFormat(words.tag, options).format(cell);
};

export const Table = ({ columns, rows, totals, sort, onSort, words }: {
  columns: Column[];
  rows: Row[];
  totals?: Record<string, Cell> | null;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  words: Words;
}) => {
  const { t } = words;
  const [shown, setShown] = useState(PAGE);
  const hidden = rows.length - shown;
  const heading = (column: Column) => {
    const isSorted = sort?.key === column.key;
    const mark = isSorted ? (sort.descending ? ' ↓' : ' ↑') : '';
    if (!onSort) return column.title;
    return (
      <Link title={column.hint ?? t('Sort')} onClick={() => onSort({ key: column.key, descending: isSorted ? !sort.descending : isFigure(column) })}>
        {column.title}
        {mark}
      </Link>
    );
  };
  const content = (row: Row, column: Column, at: number): ReactNode => {
    const text = shownCell(row.cells[column.key] ?? null, column, words);
    const value = row.cells[column.key] ?? null;
    if (at === 0)
      return (
        <div className="ld-row" style={{ paddingLeft: (row.depth ?? 0) * 18, alignItems: 'flex-start' }}>
          {row.onToggle ? (
            <button type="button" className="ld-toggle" aria-label={row.open ? t('Fold') : t('Unfold')} onClick={row.onToggle}>
              {row.busy ? '…' : row.open ? '▾' : '▸'}
            </button>
          ) : row.depth ? <span style={{ width: 18, flex: 'none' }} /> : null}
          {row.onOpen ? <Link lines="ld-two" title={text} onClick={row.onOpen}>{text}</Link> : <span className="ld-two" title={text}>{text}</span>}
        </div>
      );
    if (row.onCell && isFigure(column) && value !== null && Number(value) !== 0) return <Link title={t('What is behind this')} onClick={() => row.onCell!(column.key)}>{text}</Link>;
    return isFigure(column) ? text : <span className="ld-two" title={text}>{text}</span>;
  };
  return (
    <div className="ld-table-frame">
      <table className="ld-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} className={isFigure(column) ? 'figure' : ''} {...(column.hint ? { title: column.hint } : {})}>
                {heading(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <tr key={row.id} className={row.loud ? 'loud' : ''}>
              {columns.map((column, at) => (
                <td key={column.key} className={isFigure(column) ? 'figure' : ''}>
                  {content(row, column, at)}
                  {at === 0 && row.note ? <div className="ld-small ld-soft" style={{ paddingLeft: (row.depth ?? 0) * 18 + (row.depth || row.onToggle ? 26 : 0) }}>{row.note}</div> : null}
                </td>
              ))}
            </tr>
          ))}
          {totals ? (
            <tr className="total">
              {columns.map((column, at) => (
                <td key={column.key} className={isFigure(column) ? 'figure' : ''}>
                  {at === 0 && totals[column.key] === undefined ? t('Total') : totals[column.key] === undefined ? '' : shownCell(totals[column.key] ?? null, column, words)}
                </td>
              ))}
            </tr>
          ) : null}
        </tbody>
      </table>
      {hidden > 0 ? (
        <div className="ld-table-foot">
          <Button look="quiet" onClick={() => setShown(shown + 4 * PAGE)}>{t('Show more: {count}', { count: hidden })}</Button>
        </div>
      ) : null}
    </div>
  );
};
