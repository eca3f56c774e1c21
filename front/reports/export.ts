import Papa from 'papaparse';
import writeXlsxFile, { type SheetData } from 'write-excel-file/universal';
import { units } from './money';
import type { Cell, Column, Sheet } from './sheet';
import type { Words } from '../lib/words';

/** Reports as files. */

/** XML has no such characters, and a text that turns its direction round shows another order than it has. */
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\u202a-\u202e\u2066-\u2069]/g;
/** A cell of a spreadsheet holds no more. */
const LONGEST = 32_767;
const fit = (text: string): string => text.replace(UNFIT, '').slice(0, LONGEST);

const titleOf = ({ title, type, currency }: Column): string => (type === 'money' && currency && !title.includes(currency) ? `${title}, ${currency}` : title);

const FORMATS = { count: '#,##0', money: '#,##0.00', percent: '0.0%', days: '#,##0.0', date: 'dd.mm.yyyy' } as const;

const typed = (cell: Cell, { type }: Column, style: object): object | null => {
  if (cell === null) return { ...style };
  if (type === 'text' || (typeof cell === 'string' && type !== 'date')) return { value: fit(String(cell)), type: String, ...style };
  if (type === 'date') return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: FORMATS.date, ...style };
  return { value: typeof cell === 'bigint' ? units(cell) : Number(cell), type: Number, format: FORMATS[type], ...style };
};

const WIDTHS = { text: 28, count: 12, money: 20, percent: 12, days: 12, date: 12 };

/** A workbook of one sheet: the title and the filters on top, a header that stays in sight, cells of numbers and dates. */
export const toXlsx = async (sheet: Sheet, { t }: Pick<Words, 't'>): Promise<Blob> => {
  const top: SheetData = [
    [{ value: fit(sheet.title), type: String, fontWeight: 'bold', fontSize: 14 }],
    ...sheet.filters.map(([label, value]): SheetData[number] => [
      { value: fit(label), type: String, textColor: '#666666' }, { value: fit(value), type: String },
    ]),
    [],
    sheet.columns.map((column) => ({
      value: fit(titleOf(column)), type: String, fontWeight: 'bold' as const, backgroundColor: '#EDF2FE', wrap: true,
      align: column.type === 'text' || column.type === 'date' ? ('left' as const) : ('right' as const),
    })),
  ];
  const body = sheet.rows.map(({ cells, depth = 0, isTotal = false }) =>
    sheet.columns.map((column, at) =>
      typed(cells[column.key] ?? null, column, { ...(isTotal ? { fontWeight: 'bold' } : {}), ...(at === 0 && depth > 0 ? { indent: depth } : {}) }),
    ),
  );
  const notes = (sheet.notes ?? []).map((note) => [{ value: fit(note), type: String, textColor: '#666666' }]);
  const data = [...top, ...body, ...(notes.length > 0 ? [[], ...notes] : [])] as SheetData;
  return writeXlsxFile(data, {
    sheet: t('Report'),
    columns: sheet.columns.map(({ type }, at) => ({ width: at === 0 ? 44 : WIDTHS[type] })),
    stickyRowsCount: top.length,
    orientation: 'landscape',
  }).toBlob();
};

/** As a spreadsheet program of the viewer's country expects it: semicolons and decimal commas in Russian. No cell begins a formula. */
export const toCsv = (sheet: Sheet, { tag }: Pick<Words, 'tag'>): string => {
  const isRussian = tag.startsWith('ru');
  const plain = (cell: Cell, { type }: Column): string => {
    if (cell === null) return '';
    if (typeof cell === 'string') return fit(cell);
    const number = typeof cell === 'bigint' ? units(cell).toFixed(2) : type === 'percent' ? cell.toFixed(4) : String(cell);
    return isRussian ? number.replace('.', ',') : number;
  };
  const rows = [
    [sheet.title],
    ...sheet.filters,
    [],
    sheet.columns.map(titleOf),
    ...sheet.rows.map(({ cells, depth = 0 }) =>
      sheet.columns.map((column, at) => (at === 0 ? '  '.repeat(depth) : '') + plain(cells[column.key] ?? null, column)),
    ),
    ...(sheet.notes?.length ? [[], ...sheet.notes.map((note) => [note])] : []),
  ];
  // A negative sum begins with what also begins a formula; where nothing follows it is a number for all that.
  return `\ufeff${Papa.unparse(rows, { delimiter: isRussian ? ';' : ',', escapeFormulae: /^\s*(?:[=+@\t\r]|-(?!\d+(?:[.,]\d+)?$))/ })}`;
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const PRINT_CSS = `
@page { size: A4 landscape; margin: 12mm; }
body { font: 10pt/1.35 Inter, "Segoe UI", Arial, sans-serif; color: #222; margin: 16px; }
h1 { font-size: 15pt; margin: 0 0 6px; } dl { margin: 0 0 10px; color: #555; } dl div { display: inline; margin-right: 14px; } dt, dd { display: inline; margin: 0; } dd { color: #222; }
table { border-collapse: collapse; width: 100%; } th, td { border-bottom: 1px solid #ccc; padding: 3px 6px; text-align: left; vertical-align: top; }
th { border-bottom: 1.5px solid #555; } thead { display: table-header-group; } tr { break-inside: avoid; }
.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; } .total td { font-weight: 600; border-top: 1.5px solid #555; }
p { color: #555; }`;

/** @param shown a cell as a person reads it */
export const toPrint = (sheet: Sheet, words: Words, shown: (cell: Cell, column: Column) => string): string => {
  const isFigure = ({ type }: Column) => type !== 'text' && type !== 'date';
  const cellOf = (column: Column, at: number, cells: Record<string, Cell>, depth: number) =>
    `<td${isFigure(column) ? ' class="n"' : ''}${at === 0 && depth > 0 ? ` style="padding-left:${6 + depth * 14}px"` : ''}>${escaped(shown(cells[column.key] ?? null, column))}</td>`;
  const rows = sheet.rows.map(({ cells, depth = 0, isTotal }) => `<tr${isTotal ? ' class="total"' : ''}>${sheet.columns.map((column, at) => cellOf(column, at, cells, depth)).join('')}</tr>`);
  const filters = sheet.filters.map(([label, value]) => `<div><dt>${escaped(label)}:</dt> <dd>${escaped(value)}</dd></div>`);
  return `<!doctype html><html lang="${words.tag}"><head><meta charset="utf-8"><title>${escaped(sheet.title)}</title><style>${PRINT_CSS}</style></head><body>
<h1>${escaped(sheet.title)}</h1><dl>${filters.join('')}</dl>
<table><thead><tr>${sheet.columns.map((column) => `<th${isFigure(column) ? ' class="n"' : ''}>${escaped(titleOf(column))}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>
${(sheet.notes ?? []).map((note) => `<p>${escaped(note)}</p>`).join('')}</body></html>`;
};
