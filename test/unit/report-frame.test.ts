import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import { toCsv, toPrint, toXlsx } from '../../front/reports/export';
import { exact, ratio, units } from '../../front/reports/money';
import { bounds, periodOf, periodProblem, todayIn } from '../../front/reports/period';
import { withChildren } from '../../front/reports/catalogues';
import { groupedInSlices } from '../../front/reports/groups';
import { compareCells, type Sheet } from '../../front/reports/sheet';
import { shownCell } from '../../front/reports/Table';
import type { Words } from '../../front/lib/words';

const english = { t: (text: string) => text, tag: 'en-GB', date: (day: string) => day } as unknown as Words;
const russian = { ...english, tag: 'ru-RU' };

const SHEET: Sheet = {
  title: 'Court decisions',
  filters: [['Period', '1 Jan 2026 – 31 Mar 2026'], ['Region', 'Московская обл. & край']],
  columns: [
    { key: 'name', title: 'Direction', type: 'text' },
    { key: 'decisions', title: 'Decisions', type: 'count' },
    { key: 'awarded', title: 'Awarded', type: 'money', currency: 'RUB' },
    { key: 'share', title: 'Awarded ÷ claimed', type: 'percent' },
    { key: 'days', title: 'Days', type: 'days' },
    { key: 'last', title: 'Last', type: 'date' },
  ],
  rows: [
    { cells: { name: '=HYPERLINK("http://evil.example","pay here")', decisions: 3, awarded: 1_234_567_890_000n, share: 0.5, days: 12.5, last: '2026-03-31' } },
    { cells: { name: '<b>Railway</b>\u202e', decisions: 0, awarded: -10_000n, share: null, days: null, last: null }, depth: 1 },
    { cells: { name: 'Total', decisions: 3, awarded: 1_234_567_880_000n, share: 0.5, days: null, last: null }, isTotal: true },
  ],
  notes: ['Decisions in dollars are apart'],
};

describe('periods', () => {
  it('are days of the office: a quarter, a year, the year before, in any zone', () => {
    expect(periodOf('THIS_QUARTER', '2026-11-24')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
    expect(periodOf('LAST_MONTH', '2026-03-31')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(periodOf('LAST_12_MONTHS', '2026-02-10')).toEqual({ from: '2025-03-01', to: '2026-02-28' });
    expect(bounds({ from: '2026-01-01', to: '2026-01-31' }, 'Europe/Moscow')).toEqual({ start: '2025-12-31T21:00:00.000Z', end: '2026-01-31T21:00:00.000Z' });
    // The clocks of Berlin go forward within it.
    expect(bounds({ from: '2026-03-29', to: '2026-03-29' }, 'Europe/Berlin')).toEqual({ start: '2026-03-28T23:00:00.000Z', end: '2026-03-29T22:00:00.000Z' });
    expect(todayIn('Asia/Vladivostok', new Date('2026-11-24T20:00:00Z'))).toBe('2026-11-25');
  });

  it('are refused when they end before they begin or lack a day', () => {
    expect(periodProblem({ from: '2026-02-01', to: '2026-01-31' })).toBe('ENDS_BEFORE');
    expect(periodProblem({ from: '', to: '2026-01-31' })).toBe('MISSING');
    expect(periodProblem({ from: '2026-01-31', to: '2026-01-31' })).toBeNull();
  });
});

describe('money', () => {
  it('comes back exact to the kopeck from a sum that a double cannot hold', () => {
    const sum = 12_345_678_901_234_570_000n;
    expect(BigInt(Number(sum))).not.toBe(sum);
    expect(exact(Number(sum))).toBe(sum);
    expect(exact('1234567890123450000')).toBe(1_234_567_890_123_450_000n);
    expect(exact(null)).toBe(0n);
    expect(units(1_234_560_000n)).toBe(1234.56);
    expect(ratio(1n, 0n)).toBeNull();
    expect(ratio(1_000_000n, 3_000_000n)).toBe(0.3333);
  });

  it('is shown with the sign of its currency, kopecks only where there are any', () => {
    expect(shownCell(1_000_000_000n, { key: 'x', title: '', type: 'money', currency: 'RUB' }, russian).replace(/\s/g, ' ')).toBe('1 000 ₽');
    expect(shownCell(1_500_000n, { key: 'x', title: '', type: 'money', currency: 'USD' }, english)).toBe('$1.50');
    expect(shownCell(null, { key: 'x', title: '', type: 'money' }, english)).toBe('—');
  });
});

describe('an exported report', () => {
  const opened = async (): Promise<ExcelJS.Worksheet> => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await (await toXlsx(SHEET, english)).arrayBuffer());
    return book.worksheets[0]!;
  };

  it('is a workbook of typed cells under a header that stays, with the filters named on top', async () => {
    const sheet = await opened();
    expect(sheet.getCell('A1').value).toBe('Court decisions');
    expect([sheet.getCell('A2').value, sheet.getCell('B2').value]).toEqual(['Period', '1 Jan 2026 – 31 Mar 2026']);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 5 });
    expect((sheet.getRow(5).values as unknown[]).slice(1)).toEqual(['Direction', 'Decisions', 'Awarded, RUB', 'Awarded ÷ claimed', 'Days', 'Last']);
    const [name, decisions, awarded, share, days, last] = (sheet.getRow(6).values as unknown[]).slice(1);
    expect({ name, decisions, awarded, share, days }).toEqual({ name: '=HYPERLINK("http://evil.example","pay here")', decisions: 3, awarded: 1234567.89, share: 0.5, days: 12.5 });
    expect(sheet.getCell('A6').type).toBe(ExcelJS.ValueType.String);
    expect(last).toEqual(new Date('2026-03-31T00:00:00Z'));
    expect(sheet.getCell('C6').numFmt).toBe('#,##0.00');
    expect(sheet.getCell('A7').value).toBe('<b>Railway</b>');
    expect(sheet.getCell('A7').alignment.indent).toBe(1);
    expect(sheet.getCell('A8').font.bold).toBe(true);
    expect(sheet.getCell('A10').value).toBe('Decisions in dollars are apart');
  });

  it('is a CSV that begins no formula, in the way of the viewer’s country', () => {
    const rows = (text: string, delimiter: string) => Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { delimiter }).data;
    expect(toCsv(SHEET, english).startsWith('\ufeff')).toBe(true);
    expect(rows(toCsv(SHEET, english), ',').slice(4, 7)).toEqual([
      ['Direction', 'Decisions', 'Awarded, RUB', 'Awarded ÷ claimed', 'Days', 'Last'],
      [`'=HYPERLINK("http://evil.example","pay here")`, '3', '1234567.89', '0.5000', '12.5', '2026-03-31'],
      ['  <b>Railway</b>', '0', '-0.01', '', '', ''],
    ]);
    const begun = (name: string) => rows(toCsv({ ...SHEET, rows: [{ cells: { name } }] }, english), ',')[5]![0]!;
    for (const formula of ['+1', '@SUM(A1)', '-2+3+cmd|\'/C calc\'!A0', '-1234,5;x', '\u202e=1+1', ' =1', '\t=1']) expect([formula, begun(formula)[0]]).toEqual([formula, "'"]);
    for (const number of ['-5', '-1234.50', '-7,25']) expect(begun(number)).toBe(number);
    expect(rows(toCsv(SHEET, russian), ';')[5]).toEqual([`'=HYPERLINK("http://evil.example","pay here")`, '3', '1234567,89', '0,5000', '12,5', '2026-03-31']);
  });

  it('is a page to print in which no text of a record becomes markup', () => {
    const page = toPrint(SHEET, english, (cell) => String(cell ?? '—'));
    expect(page).toContain('<h1>Court decisions</h1>');
    expect(page).toContain('&#60;b&#62;Railway');
    expect(page).not.toContain('<b>');
    expect(page).toContain('<tr class="total">');
  });
});

it('sorts with nothing to say last in both directions', () => {
  const cells = [null, 3n, 1n, 2n];
  expect([...cells].sort((one, other) => compareCells(one, other, false))).toEqual([1n, 2n, 3n, null]);
  expect([...cells].sort((one, other) => compareCells(one, other, true))).toEqual([3n, 2n, 1n, null]);
});

it('finds everything below a direction, and ends in a tree that runs in a circle', () => {
  const tree = [{ id: 'a', parentId: 'c' }, { id: 'b', parentId: 'a' }, { id: 'c', parentId: 'b' }, { id: 'd', parentId: null }];
  expect(withChildren(tree, 'a').sort()).toEqual(['a', 'b', 'c']);
});

it('asks in slices none of which can have more groups than Twenty gives', async () => {
  const filters: unknown[] = [];
  const ask = async <T>(_: string, variables?: object): Promise<T> => {
    filters.push((variables as { filter: unknown }).filter);
    return { recoveriesGroupBy: [{ groupByDimensionValues: ['x', ''], totalCount: 2, sumClaimedAmountMicros: 5 }] } as T;
  };
  const groups = await groupedInSlices(ask, {
    object: 'recovery', by: [{ regionId: true }], aggregates: ['sumClaimedAmountMicros'],
    slice: { field: 'kindId', values: ['k1', 'k2', 'k3', null], groupsEach: 90 },
  });
  expect(filters).toEqual([
    { and: [{}, { or: [{ kindId: { in: ['k1', 'k2'] } }] }] },
    { and: [{}, { or: [{ kindId: { in: ['k3'] } }, { kindId: { is: 'NULL' } }] }] },
  ]);
  expect(groups[0]).toEqual({ keys: ['x', null], count: 2, values: { sumClaimedAmountMicros: 5 } });
});
