/** A report as a table of typed cells: what is shown, exported and printed. */

export type ColumnType = 'text' | 'count' | 'money' | 'percent' | 'days' | 'date';
/** @param currency of a column of money, ISO 4217: two currencies are two columns */
export type Column = { key: string; title: string; type: ColumnType; currency?: string; hint?: string };
/** Money is micros, a date `YYYY-MM-DD`, a percentage 0..1; null where there is nothing to say. */
export type Cell = string | number | bigint | null;
export type SheetRow = { cells: Record<string, Cell>; depth?: number; isTotal?: boolean };
export type Sheet = { title: string; filters: [label: string, value: string][]; columns: Column[]; rows: SheetRow[]; notes?: string[] };

const rank = (cell: Cell): number | string | bigint => cell ?? '';

/** Nothing to say comes last, whichever the direction. */
export const compareCells = (one: Cell, other: Cell, isDescending: boolean): number => {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  const [a, b] = isDescending ? [other, one] : [one, other];
  if (typeof a === 'string' && typeof b === 'string') return a.localeCompare(b, 'ru', { numeric: true });
  return rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0;
};
