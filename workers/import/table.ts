/** A file as a table: Excel's as a stream, a CSV in whatever encoding and with whatever separators other systems write. */
import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import type { Words } from '../correspondence/words';
import type { Cell } from './values';
import { textOf } from './values';

export type Row = { line: number; cells: Cell[] };

/** What is wrong with a file, in words for whoever gave it. */
export class FileProblem extends Error {
  constructor(readonly words: Words) {
    super(words.en);
  }
}

const EMPTY: Words = { en: 'The file has no rows.', ru: 'В файле нет строк.' };
const OLD_EXCEL: Words = {
  en: 'This is a workbook of Excel 97–2003 (.xls). Save it as .xlsx or CSV.',
  ru: 'Это книга Excel 97–2003 (.xls). Сохраните её как .xlsx или CSV.',
};
const BROKEN_EXCEL: Words = {
  en: 'The file cannot be read as an Excel workbook: it is damaged or protected by a password. Save it anew as .xlsx or CSV.',
  ru: 'Файл не читается как книга Excel: он повреждён или защищён паролем. Сохраните его заново как .xlsx или CSV.',
};
const NO_TABLE: Words = {
  en: 'This is neither an Excel workbook nor a text table. Save it as .xlsx or CSV.',
  ru: 'Это не книга Excel и не текстовая таблица. Сохраните файл как .xlsx или CSV.',
};

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean => head.every((byte, at) => bytes[at] === byte);

/** How Cyrillic letters are spread in a Russian text: a wrong table of codes gives rare letters, capitals inside words or signs. */
const likeness = (text: string): number => {
  let score = 0;
  for (const letter of text.slice(0, 20_000))
    score += /[оеаинтсрвл]/.test(letter) ? 2 : /[а-я]/.test(letter) ? 1 : /[\u2500-\u259fЂЃѓЉЊЌЋЏђљњќћџ]/.test(letter) ? -3 : /[А-Я]/.test(letter) ? -0.5 : 0;
  return score;
};

const LEGACY = ['windows-1251', 'ibm866', 'koi8-r'];

export const decode = (bytes: Uint8Array): string => {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const texts = LEGACY.map((encoding) => new TextDecoder(encoding).decode(bytes.subarray(0, 200_000)));
    const scores = texts.map(likeness);
    return new TextDecoder(LEGACY[scores.indexOf(Math.max(...scores))]).decode(bytes);
  }
};

const SEPARATORS = [';', '\t', '|', ','];

/** What stands in most lines most often, quoted cells apart; commas are also in sums and lists, so they come last. */
const separatorOf = (text: string): string => {
  const lines = text.slice(0, 50_000).replace(/"[^"]*"/g, '').split(/[\r\n]+/).filter((line) => line.trim() !== '').slice(0, 50);
  const usual = SEPARATORS.map((separator) => lines.map((line) => line.split(separator).length).sort((one, other) => one - other)[Math.floor(lines.length / 2)] ?? 0);
  return SEPARATORS[usual.indexOf(Math.max(...usual))]!;
};

/** A line of the file may lie in several lines of text: what is named to a person is where a row begins. */
const csvRows = (text: string): Row[] => {
  const rows: Row[] = [];
  let at = 0;
  let line = 1;
  Papa.parse<string[]>(text, {
    delimiter: separatorOf(text),
    step: ({ data, meta }) => {
      rows.push({ line, cells: data });
      for (; at < meta.cursor; at += 1) if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) line += 1;
    },
  });
  return rows;
};

const DAY = /T00:00:00\.000Z$/;
const wallText = (date: Date): string => (Number.isNaN(date.getTime()) ? '' : date.toISOString().replace(DAY, '').replace(/\.\d+Z$/, ''));

const excelCell = (value: unknown): Cell => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (value instanceof Date) return wallText(value);
  if (typeof value !== 'object') return String(value);
  const cell = value as { result?: unknown; richText?: { text: string }[]; text?: unknown; error?: string };
  if (cell.richText) return cell.richText.map(({ text }) => text).join('');
  if ('text' in cell) return excelCell(cell.text);
  if ('result' in cell) return excelCell(cell.result);
  return cell.error ?? null;
};

const excelRows = async (bytes: Uint8Array): Promise<Row[]> => {
  const rows: Row[] = [];
  try {
    const workbook = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([bytes]), { worksheets: 'emit', sharedStrings: 'cache', styles: 'cache', hyperlinks: 'ignore', entries: 'ignore' });
    for await (const sheet of workbook) {
      // Of several sheets the first that holds anything.
      if (rows.length > 0) break;
      for await (const row of sheet) {
        const values = row.values as unknown[];
        if (values.length > 1) rows.push({ line: row.number, cells: Array.from({ length: values.length - 1 }, (_, at) => excelCell(values[at + 1])) });
      }
    }
  } catch {
    throw new FileProblem(BROKEN_EXCEL);
  }
  return rows;
};

/** The rows of a file that hold anything, each with its line. */
export const rowsOf = async (bytes: Uint8Array): Promise<Row[]> => {
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new FileProblem(OLD_EXCEL);
  const isZip = startsWith(bytes, 0x50, 0x4b);
  const text = isZip ? '' : decode(bytes);
  if (text.includes('\u0000')) throw new FileProblem(NO_TABLE);
  const rows = (isZip ? await excelRows(bytes) : csvRows(text)).filter(({ cells }) => cells.some((cell) => textOf(cell) !== ''));
  if (rows.length === 0) throw new FileProblem(EMPTY);
  return rows;
};
