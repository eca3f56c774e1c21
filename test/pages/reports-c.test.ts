/** Court decisions and finance over the demo office and four decisions worked out by hand: against plain loops, and as people see them. */
import ExcelJS from 'exceljs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import { AXES as DECISION_AXES, firstQuestion as firstDecisions, loadDecisions, type Axis as DecisionAxis } from '../../front/decisionsReport/data';
import { figuresOf as decisionFigures, NO_LINES, type Key } from '../../front/decisionsReport/figures';
import { AXES as FINANCE_AXES, firstQuestion as firstFinance, loadFinance, type Axis as FinanceAxis } from '../../front/financeReport/data';
import { FIGURES, figuresOf as financeFigures } from '../../front/financeReport/figures';
import { MEASURES, type Measure } from '../../front/recoveries/sums';
import type { Ask } from '../../front/reports/ask';
import { loadCatalogues, type Catalogues } from '../../front/reports/catalogues';
import { signIn as signInByPassword } from '../../scripts/sign-in';
import { API_KEY, Caller, eventually, freePort, startTypeScript, type Process, type Row } from '../workers/office';
import { folder, openBrowser, pageErrors, place, signIn } from './browser';

const DATA = mkdtempSync(join(tmpdir(), 'legal-desk-reports-'));

let sandbox: Process;
let browser: Browser;
let url: string;
let key: Caller;
let ask: Ask;
let catalogues: Catalogues;
let decisions: Row[];
let lines: Row[];

const money = (amount: number, currencyCode = 'RUB') => ({ amountMicros: Math.round(amount * 1_000_000), currencyCode });

/** In 2001, when there was no demo office: a claim at two instances, a decision without lines and a region, one in dollars. */
const makeOwn = async (): Promise<void> => {
  const regionId = await key.create('region', { name: 'Own region', code: 'OWN' });
  const directionId = await key.create('legalDirection', { name: 'Own direction', code: 'OWN' });
  await key.update('legalDirection', directionId, { rootId: directionId });
  const [harm, care] = [await key.create('recoveryKind', { name: 'Own harm', code: 'OWN_HARM' }), await key.create('recoveryKind', { name: 'Own care', code: 'OWN_CARE' })];
  const placed = { regionId, directionId, rootDirectionId: directionId };
  const decide = async (name: string, data: object, some: object[]): Promise<void> => {
    const id = await key.create('courtDecision', { name, ...data, lineCount: some.length });
    for (const line of some) await key.create('recovery', { name: `${name}, line`, courtDecisionId: id, ...data, ...line });
  };
  await decide('Own first', { decidedAt: '2001-03-10', instance: 'FIRST', outcome: 'PARTLY_GRANTED', ...placed }, [
    { kindId: harm, claimed: money(1000.5), awarded: money(400.1), countsAsAwarded: false },
    { kindId: care, claimed: money(200), awarded: money(200), collected: money(150), collectedAt: '2001-05-01' },
  ]);
  await decide('Own appeal', { decidedAt: '2001-04-05', instance: 'APPEAL', outcome: 'GRANTED', ...placed }, [
    { kindId: harm, claimed: money(1000.5), awarded: money(700.25), collected: money(250.25), collectedAt: '2002-01-10', countsAsClaimed: false },
  ]);
  await decide('Own denial', { decidedAt: '2001-03-20', instance: 'FIRST', outcome: 'DENIED' }, []);
  await decide('Own dollars', { decidedAt: '2001-06-01', instance: 'FIRST', outcome: 'GRANTED' }, [{ kindId: harm, claimed: money(50, 'USD'), awarded: money(20, 'USD') }]);
  await key.create('courtDecision', { name: 'Own undated', instance: 'FIRST' });
};

const COPIES = 'decidedAt instance outcome regionId directionId rootDirectionId';
beforeAll(async () => {
  const port = await freePort();
  url = `http://localhost:${port}`;
  sandbox = startTypeScript('sandbox/main.ts', { PORT: String(port), TWENTY_API_KEY: API_KEY, SANDBOX_DATA: DATA, API_RATE_LIMITING_LONG_LIMIT: '0' });
  browser = await openBrowser();
  await eventually('the sandbox is ready', () => sandbox.output().includes('ready'));
  key = new Caller(url, API_KEY);
  ask = (query, variables) => key.query(query, variables) as Promise<never>;
  await makeOwn();
  const read = async (plural: string, fields: string): Promise<Row[]> =>
    (await key.query(`{ ${plural}(first: 5000) { edges { node { ${fields} } } } }`))[plural].edges.map(({ node }: { node: Row }) => node);
  [catalogues, decisions, lines] = await Promise.all([
    loadCatalogues(ask, ['directions', 'regions', 'recoveryKinds']),
    read('courtDecisions', `id ${COPIES}`),
    read('recoveries', `id ${COPIES} courtDecisionId kindId payerId collectedAt countsAsClaimed countsAsAwarded ${MEASURES.map((name) => `${name} { amountMicros currencyCode }`).join(' ')}`),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await sandbox?.end('SIGKILL');
  rmSync(DATA, { recursive: true, force: true });
});
afterEach(() => expect(pageErrors).toEqual([]));

const keyOf = (record: Row, axis: DecisionAxis | FinanceAxis, day = 'decidedAt'): Key => {
  const date = String(record[day]);
  if (axis === 'month') return `${date.slice(0, 7)}-01`;
  if (axis === 'quarter') return `${date.slice(0, 5)}${String(Math.floor((Number(date.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`;
  if (axis === 'year') return `${date.slice(0, 4)}-01-01`;
  return record[axis === 'instance' || axis === 'outcome' ? axis : `${axis}Id`];
};
const isIn = ({ from, to }: { from: string; to: string }, day: string | null): boolean => day !== null && day >= from && day <= to;

/** Amounts by a text that says of what. */
class Sums {
  readonly all = new Map<string, bigint>();
  add(parts: unknown[], amount: Row | null): void {
    if (!amount?.amountMicros) return;
    const name = JSON.stringify([...parts, amount.currencyCode]);
    this.all.set(name, (this.all.get(name) ?? 0n) + BigInt(Math.round(Number(amount.amountMicros))));
  }
  of(...parts: unknown[]): bigint {
    return this.all.get(JSON.stringify(parts)) ?? 0n;
  }
}
const CURRENCIES = ['RUB', 'USD', 'EUR'];
const PERIODS = [{ from: '2023-01-01', to: '2026-12-31' }, { from: '2026-02-10', to: '2026-09-20' }, { from: '2001-01-01', to: '2001-12-31' }];

describe('the figures, against plain loops', () => {
  const pairs: [DecisionAxis, DecisionAxis | null][] = [
    ...DECISION_AXES.map((rows): [DecisionAxis, null] => [rows, null]), ['kind', 'month'], ['region', 'kind'], ['month', 'region'], ['rootDirection', 'outcome'],
  ];

  test.each(pairs)('court decisions by %s and %s', async (rows, columns) => {
    for (const period of columns === null ? PERIODS : PERIODS.slice(0, 1)) {
      const counted = new Map<string, Set<string>>();
      const sums = new Sums();
      const count = (id: string, ...place: Key[]) => {
        const name = JSON.stringify(place);
        counted.set(name, (counted.get(name) ?? new Set()).add(id));
      };
      const mine = decisions.filter(({ decidedAt }) => isIn(period, decidedAt));
      const keysOf = (decision: Row, axis: DecisionAxis): Key[] => {
        if (axis !== 'kind') return [keyOf(decision, axis)];
        const kinds = lines.filter(({ courtDecisionId }) => courtDecisionId === decision.id).map(({ kindId }) => kindId as Key);
        return kinds.length > 0 ? kinds : [NO_LINES];
      };
      for (const decision of mine)
        for (const row of [...keysOf(decision, rows), 'all'])
          for (const column of columns === null ? ['all'] : [...keysOf(decision, columns), 'all']) count(decision.id, row, column);
      for (const line of lines.filter(({ decidedAt }) => isIn(period, decidedAt)))
        for (const row of [keyOf(line, rows), 'all'])
          for (const column of columns === null ? ['all'] : [keyOf(line, columns), 'all']) for (const measure of MEASURES) sums.add([measure, row, column], line[measure]);

      const at = (value: Key, name: 'row' | 'column') => (value === 'all' ? {} : { [name]: value });
      for (const shown of columns === null ? (['decisions'] as const) : (['decisions', 'awarded'] as const)) {
        const { facts } = await loadDecisions(ask, { ...firstDecisions(period), rows, columns, shown }, catalogues);
        const figures = decisionFigures(facts);
        for (const row of [...new Set([...mine.flatMap((decision) => keysOf(decision, rows)), ...figures.rows, 'all'])])
          for (const column of columns === null ? ['all'] : [...new Set([...mine.flatMap((decision) => keysOf(decision, columns)), ...figures.columns, 'all'])]) {
            const where = { ...at(row, 'row'), ...at(column, 'column') };
            expect([row, column, figures.decisions(where)]).toEqual([row, column, counted.get(JSON.stringify([row, column]))?.size ?? 0]);
            for (const measure of columns === null ? MEASURES : MEASURES.filter((each) => each === shown))
              for (const currency of CURRENCIES) expect([row, column, measure, figures.amount(measure, currency, where)]).toEqual([row, column, measure, sums.of(measure, row, column, currency)]);
          }
      }
    }
  });

  test('court decisions of a kind, of a direction with all below it, of an outcome, and without lines', async () => {
    const period = PERIODS[0]!;
    const busiest = (of: (row: Row) => Key) => [...lines].map(of).filter((each): each is string => each !== null).sort((one, other) => lines.filter((line) => of(line) === other).length - lines.filter((line) => of(line) === one).length)[0]!;
    const kind = busiest(({ kindId }) => kindId);
    const direction = busiest(({ rootDirectionId }) => rootDirectionId);
    const first = firstDecisions(period);
    const [ofKind, ofDirection, ofOutcome, lineless] = await Promise.all([
      loadDecisions(ask, { ...first, kind }, catalogues),
      loadDecisions(ask, { ...first, narrowing: { ...first.narrowing, direction } }, catalogues),
      loadDecisions(ask, { ...first, rows: 'region', narrowing: { ...first.narrowing, outcome: 'DENIED' } }, catalogues),
      loadDecisions(ask, { ...first, rows: 'kind', kind: NO_LINES }, catalogues),
    ]);
    const mine = decisions.filter(({ decidedAt }) => isIn(period, decidedAt));
    const has = (decision: Row, is: (line: Row) => boolean) => lines.some((line) => line.courtDecisionId === decision.id && is(line));
    expect(decisionFigures(ofKind.facts).decisions({})).toBe(mine.filter((decision) => has(decision, ({ kindId }) => kindId === kind)).length);
    expect(decisionFigures(ofDirection.facts).decisions({})).toBe(mine.filter(({ rootDirectionId }) => rootDirectionId === direction).length);
    expect(decisionFigures(ofOutcome.facts).decisions({})).toBe(mine.filter(({ outcome }) => outcome === 'DENIED').length);
    expect(decisionFigures(lineless.facts).decisions({})).toBe(mine.filter((decision) => !has(decision, () => true)).length);
    expect(ofOutcome.undated).toBe(0);
    expect(ofDirection.undated).toBe(decisions.filter(({ decidedAt, rootDirectionId }) => decidedAt === null && rootDirectionId === direction).length);
  });

  test.each(FINANCE_AXES.map((rows) => [rows]))('finance by %s', async (rows) => {
    for (const period of PERIODS)
      for (const instance of rows === 'kind' ? [null, 'APPEAL'] : [null]) {
        const sums = new Sums();
        const counts = (line: Row, figure: (typeof FIGURES)[number], once: boolean) =>
          (instance === null || line.instance === instance) && isIn(period, figure === 'received' ? line.collectedAt : line.decidedAt) &&
          (!once || (figure === 'claimed' ? line.countsAsClaimed : figure === 'awarded' ? line.countsAsAwarded : true));
        for (const line of lines)
          for (const figure of FIGURES) {
            const amount = line[figure === 'received' ? 'collected' : figure] as Row | null;
            const row = keyOf(line, rows, figure === 'received' ? 'collectedAt' : 'decidedAt');
            if (counts(line, figure, instance === null && rows !== 'instance')) sums.add([figure, row], amount);
            if (rows === 'instance' && counts(line, figure, false)) sums.add([figure, row, line.kindId], amount);
            if (counts(line, figure, instance === null)) sums.add([figure], amount);
          }
        const first = firstFinance(period);
        const { facts } = await loadFinance(ask, { ...first, rows, narrowing: { ...first.narrowing, instance } }, catalogues);
        const figures = financeFigures(facts);
        for (const figure of FIGURES)
          for (const currency of CURRENCIES) {
            const amount = figures.of(currency);
            const found = [...sums.all.keys()].map((name) => JSON.parse(name) as Key[]).filter(([name, ...rest]) => name === figure && rest.at(-1) === currency);
            const places = [[], ...found.map((name) => name.slice(1, -1)), ...figures.rows.map((row) => [row])];
            for (const where of places) expect([figure, where, amount(figure, where)]).toEqual([figure, where, sums.of(figure, ...where, currency)]);
          }
      }
  });

  test('what counts adds up to what the cases’ own finance says', async () => {
    const { caseFinances } = await key.query(`{ caseFinances(first: 5000) { edges { node { ${MEASURES.map((name) => `${name} { amountMicros currencyCode }`).join(' ')} } } } }`);
    const { facts, undecided } = await loadFinance(ask, { ...firstFinance({ from: '2010-01-01', to: '2100-01-01' }), rows: 'year' }, catalogues);
    const amount = financeFigures(facts).of('RUB');
    const kept = (measure: Measure) => caseFinances.edges.reduce((sum: bigint, { node }: Row) => sum + BigInt(node[measure]?.currencyCode === 'RUB' ? node[measure].amountMicros : 0), 0n);
    const open = undecided.filter(({ currency }) => currency === 'RUB').reduce((sum, each) => sum + each.amount, 0n);
    expect([amount('claimed', []) + open, amount('awarded', []), amount('collected', [])]).toEqual([kept('claimed'), kept('awarded'), kept('collected')]);
  });
});

const open = async (of: Page, title: string): Promise<void> => {
  if (!(await place(of, title).isVisible())) await folder(of, 'Reports').click();
  await place(of, title).click();
  await of.getByRole('heading', { name: title }).last().waitFor();
};
const choosePeriod = async (of: Page, from: string, to: string): Promise<void> => {
  await of.getByRole('combobox', { name: 'Period' }).selectOption('CUSTOM');
  await of.getByLabel('First day').last().fill(from);
  await of.getByLabel('Last day').last().fill(to);
};
const choose = (of: Page, label: string, value: string) => of.getByRole('combobox', { name: label, exact: true }).selectOption(value);
/** Waits for a row to have these figures. */
const shows = async (of: Page, name: string, figures: string): Promise<void> => {
  await of.waitForFunction(
    ([wanted, expected]) => [...document.querySelectorAll('.ld-table tr')].some((row) => row.querySelector('td')?.textContent?.trim() === wanted && [...row.querySelectorAll('td.figure')].map((cell) => cell.textContent).join(' ') === expected),
    [name, figures],
  );
};

describe('the page of court decisions', () => {
  const TITLE = 'Court decisions report';
  let page: Page;
  beforeAll(async () => {
    page = await signIn(browser, url, 'admin');
    await open(page, TITLE);
    await choosePeriod(page, '2001-01-01', '2001-12-31');
  });

  it('shows the four decisions, each currency apart, and what is behind a figure', async () => {
    await shows(page, 'Total', '4 ₽2,201 ₽1,300.35 ₽400.25 59.1% $50 $20 $0 40%');
    await shows(page, 'March 2001', '2 ₽1,200.50 ₽600.10 ₽150 50% — — — —');
    await shows(page, 'June 2001', '1 ₽0 ₽0 ₽0 — $50 $20 $0 40%');
    await page.getByText('More than one currency: RUB, USD').waitFor();
    await page.getByRole('img', { name: /^Amounts: month\. .*March 2001: ₽1,200\.50, ₽600\.10, ₽150/ }).waitFor();
    await page.getByText('Decisions without a date: 1').waitFor();
    await page.locator('.ld-table tr', { hasText: 'March 2001' }).getByRole('button', { name: '2', exact: true }).click();
    const list = page.getByRole('region', { name: 'March 2001' });
    await list.getByRole('button', { name: 'Own denial' }).waitFor();
    await list.getByRole('button', { name: 'Own first' }).click();
    await page.getByRole('complementary').getByRole('heading', { name: 'Own first' }).waitFor();
    await page.getByRole('complementary').getByRole('button', { name: 'Close' }).click();
    await list.getByRole('button', { name: 'Close' }).click();
  });

  it('counts a decision in each of its kinds and once in the total, and those without lines and without a region in rows of their own', async () => {
    await choose(page, 'Rows', 'kind');
    await shows(page, 'Own harm', '3 ₽2,001 ₽1,100.35 ₽250.25 55% $50 $20 $0 40%');
    await shows(page, 'Own care', '1 ₽200 ₽200 ₽150 100% — — — —');
    await shows(page, 'Without lines', '1 ₽0 ₽0 ₽0 — — — — —');
    await shows(page, 'Total', '4 ₽2,201 ₽1,300.35 ₽400.25 59.1% $50 $20 $0 40%');
    await choose(page, 'Rows', 'region');
    await choose(page, 'Columns', 'outcome');
    await choose(page, 'Cells', 'decisions');
    await shows(page, 'Own region', '— 1 1 2');
    await shows(page, 'Without a region', '1 1 — 2');
    await choose(page, 'Instance', 'FIRST');
    await shows(page, 'Total', '1 1 1 3');
    await choose(page, 'Instance', '');
    await choose(page, 'Columns', '');
    await choose(page, 'Rows', 'month');
    await shows(page, 'Total', '4 ₽2,201 ₽1,300.35 ₽400.25 59.1% $50 $20 $0 40%');
  });

  it('gives a spreadsheet of numbers', async () => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Excel' }).click()]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(await file.path());
    const cells: unknown[][] = [];
    book.worksheets[0]!.eachRow((row) => cells.push((row.values as unknown[]).slice(1)));
    expect(cells[0]).toEqual([TITLE]);
    expect(cells.find(([first]) => first === 'Period')?.[1]).toBe('1 Jan 2001 – 31 Dec 2001');
    expect(cells.find(([first]) => first === 'Month')).toEqual([
      'Month', 'Decisions', 'Claimed, RUB', 'Awarded, RUB', 'Collected, RUB', 'Awarded ÷ claimed, RUB', 'Claimed, USD', 'Awarded, USD', 'Collected, USD', 'Awarded ÷ claimed, USD',
    ]);
    expect(cells.find(([first]) => first === 'Total')).toEqual(['Total', 4, 2201, 1300.35, 400.25, 0.5907, 50, 20, 0, 0.4]);
  });

  it('says what is wrong: no decision, a period that ends before it begins, a server that does not answer', async () => {
    await choosePeriod(page, '1990-01-01', '1990-12-31');
    await page.getByText('No decision in this period').waitFor();
    await choosePeriod(page, '2001-01-01', '2000-01-01');
    await page.getByText('The period ends before it begins').waitFor();
    expect(await page.locator('.ld-table').count()).toBe(0);
    const cut = (route: Route) => (/GroupBy/.test(route.request().postData() ?? '') ? route.abort() : route.continue());
    await page.route('**/graphql', cut);
    await choosePeriod(page, '2001-01-01', '2001-12-31');
    await page.getByText('The server cannot be reached').waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await shows(page, 'Total', '4 ₽2,201 ₽1,300.35 ₽400.25 59.1% $50 $20 $0 40%');
  });
});

it('shows what became of claims, a claim once, and at each instance what was decided there', async () => {
  const page = await signIn(browser, url, 'admin');
  await open(page, 'Finance report');
  await choosePeriod(page, '2001-01-01', '2001-12-31');
  await shows(page, 'Total', '₽1,200.50 ₽300.25 ₽900.25 ₽500 ₽400.25 75% 44.5% ₽150 $50 $30 $20 $20 $0 40% 0% $0');
  await page.getByRole('img', { name: /^From claim to money\. Claimed: ₽1,200\.50; Not awarded: ₽300\.25; Awarded: ₽900\.25; Not collected: ₽500; Collected: ₽400\.25/ }).waitFor();
  await choose(page, 'Rows', 'instance');
  await shows(page, 'Appeal', '₽1,000.50 ₽300.25 ₽700.25 ₽450 ₽250.25 70% 35.7% ₽0 — — — — — — — —');
  await shows(page, 'Own care', '₽200 ₽0 ₽200 ₽50 ₽150 100% 75% ₽150 — — — — — — — —');
  await shows(page, 'Total', '₽1,200.50 ₽300.25 ₽900.25 ₽500 ₽400.25 75% 44.5% ₽150 $50 $30 $20 $20 $0 40% 0% $0');
  await page.locator('.ld-table tr', { hasText: 'Appeal' }).getByRole('button', { name: '₽700.25' }).click();
  await page.getByRole('region', { name: 'Appeal' }).getByRole('button', { name: 'Own appeal, line' }).waitFor();
  await choosePeriod(page, '1990-01-01', '1990-12-31');
  await page.getByText('No money in this period').waitFor();
  await choosePeriod(page, '2001-01-01', '1999-01-01');
  await page.getByText('The period ends before it begins').waitFor();
});

it('shows a lawyer no figure, and the server refuses the register and the finances', async () => {
  const page = await signIn(browser, url, 'lawyer');
  const answers: string[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('/graphql')) void response.text().then((text) => answers.push(text), () => undefined);
  });
  for (const title of ['Court decisions report', 'Finance report']) {
    await open(page, title);
    await page.getByText('Your role does not allow this report').waitFor();
    expect(await page.getByRole('main').innerText()).not.toMatch(/[₽$%]/);
  }
  expect(answers.length).toBeGreaterThan(0);
  expect(answers.filter((text) => /GroupBy|amountMicros|AmountMicros/.test(text) && !/"errors"/.test(text))).toEqual([]);

  const stranger = async (query: string, variables: object): Promise<unknown> => {
    const response = await fetch(`${url}/metadata`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) });
    return Object.values(((await response.json()) as { data: Row }).data)[0];
  };
  const { accessOrWorkspaceAgnosticToken } = await signInByPassword(stranger, { email: 'lawyer@demo.legal', password: 'demo', origin: url });
  const lawyer = new Caller(url, accessOrWorkspaceAgnosticToken.token);
  for (const query of [
    '{ courtDecisionTotals { totalCount } }', '{ caseFinances { totalCount } }', '{ courtDecisionTotalsGroupBy(groupBy: [{ month: { granularity: MONTH } }]) { totalCount sumAwardedAmountMicros } }',
    '{ caseFinancesGroupBy(groupBy: [{ legalCaseId: true }]) { totalCount } }', '{ legalCases(first: 1) { edges { node { caseFinances { edges { node { id } } } } } } }',
  ])
    await expect(lawyer.query(query)).rejects.toThrow(/permission/i);
});
