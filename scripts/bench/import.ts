/** Import: reading, planning and writing 100,000 lines. The server is a stand-in that takes and counts operations; the reader, plan and writer are the product's. */
import ExcelJS from 'exceljs';
import { PassThrough } from 'node:stream';
import { columnsOf } from '../../workers/import/columns';
import { slicesOf } from '../../workers/import/book';
import { ImportDoor, operationsFor } from '../../workers/import/door';
import type { Snapshot } from '../../workers/import/known';
import { planLines } from '../../workers/import/plan';
import { rowsOf } from '../../workers/import/table';
import { Records } from '../../workers/twenty/records';
import { CATALOGUE } from './folder-names';
import { note, seconds } from './figures';

const ROWS = 100_000;
const A_MINUTE = 100;
const LETTERS = 'абвгдежзиклмнопрстуфх';
const word = (at: number): string => [...String(at)].map((digit) => LETTERS[Number(digit)]).join('');

const line = (at: number): (string | number | Date)[] => [
  `Иванов${word(at % 1_000)} Иван${word(Math.floor(at / 1_000))} Петрович`, new Date(Date.UTC(1950, at % 12, 1 + (at % 27))), `+7 900 ${1_000_000 + at}`,
  ['МО', 'Санкт-Петербург', 'Тульская обл.', 'респ. Татарстан'][at % 4]!, `Архив / ${2000 + (at % 20)} / Папка ${at % 1_000}`,
];
const HEAD = ['Контрагент', 'Дата рождения', 'Телефон', 'Регион', 'Папка'];

const workbook = async (): Promise<Uint8Array> => {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const sheet = writer.addWorksheet('Контрагенты');
  sheet.getColumn(2).numFmt = 'dd.mm.yyyy';
  sheet.addRow(HEAD).commit();
  for (let at = 0; at < ROWS; at += 1) sheet.addRow(line(at)).commit();
  await writer.commit();
  return Buffer.concat(chunks);
};

const csv = (): Uint8Array =>
  Buffer.from([HEAD, ...Array.from({ length: ROWS }, (_, at) => line(at).map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10).split('-').reverse().join('.') : cell)))].map((cells) => cells.join(';')).join('\r\n'));

const SNAPSHOT: Snapshot = {
  office: { members: [], departments: [], memberships: [], clerkIds: [] },
  regions: CATALOGUE.filter(({ kind }) => kind === 'REGION'), directions: CATALOGUE.filter(({ kind }) => kind === 'DIRECTION'),
  courts: [], eventKinds: [], recoveryKinds: [], people: [], companies: [], folders: [], cases: [], events: [], letters: [], belongings: [],
};

const timed = async <Value>(work: () => Promise<Value> | Value): Promise<[Value, number]> => {
  const startedAt = performance.now();
  const value = await work();
  return [value, performance.now() - startedAt];
};

export const importing = async (): Promise<void> => {
  const [excel, text] = [await workbook(), csv()];
  const [excelRows, excelMs] = await timed(() => rowsOf(excel));
  const [csvRows, csvMs] = await timed(() => rowsOf(text));
  note(`Excel of ${ROWS.toLocaleString('en')} rows read`, `${seconds(excelMs)}, ${Math.round(ROWS / (excelMs / 1_000))} rows/s`, `the same as CSV: ${seconds(csvMs)}`, '');
  if (excelRows.length !== csvRows.length) throw new Error('The two files do not hold the same rows');

  const columns = columnsOf(excelRows);
  const [lines, planMs] = await timed(() => planLines({ columns, snapshot: SNAPSHOT, context: { now: new Date(), timeZone: 'Europe/Moscow', language: 'ru', secret: '' } }));
  note('planned: matched, ids, what each creates', `${seconds(planMs)}, ${Math.round(ROWS / (planMs / 1_000))} rows/s`, '', '');

  let operations = 0;
  const counting = new Records({
    records: async ({ variables }: { variables?: Record<string, unknown> }) => {
      operations += 1;
      const written = (variables!.data as { id: string }[]).map(({ id }) => ({ id }));
      return new Proxy({}, { get: () => written });
    },
  } as never);
  const door = new ImportDoor(counting, async () => SNAPSHOT.office, 'registers');
  const slices = slicesOf(lines);
  const [, writeMs] = await timed(async () => {
    for (const slice of slices) await door.write(slice, new Map());
  });
  const told = slices.length * 2;
  const all = operations + told;
  const records = lines.reduce((sum, { writes }) => sum + writes.length, 0);
  note(
    `operations for ${ROWS.toLocaleString('en')} rows (${records.toLocaleString('en')} records)`, `${all}; ${Math.ceil(all / A_MINUTE)} min at ${A_MINUTE} a minute, ${Math.ceil(all / 45)} min beside workers`,
    `one record an operation: ${records.toLocaleString('en')}; ${Math.ceil(records / A_MINUTE / 60)} h`, 'estimate told beforehand: ' + operationsFor(slices, 2),
  );
  note('written, without the server', seconds(writeMs), '', '');
};
