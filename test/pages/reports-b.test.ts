/** Two reports as people see them, over a small office worked out by hand. */
import ExcelJS from 'exceljs';
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Browser, Page, Route } from 'playwright-core';
import { eventually, TestOffice, type Row } from '../workers/office';
import { folder, openBrowser, pageErrors, place, signIn } from './browser';

let office: TestOffice;
let browser: Browser;
let page: Page;
const ids: Record<string, string> = {};

const DAY = 86_400_000;
const at = (days: number): string => new Date(Date.now() + days * DAY).toISOString();

beforeAll(async () => {
  [office, browser] = await Promise.all([TestOffice.open(), openBrowser()]);
  const { key, people: { lawyer, lawyer2 } } = office;
  const make = async (name: string, object: string, data: object) => (ids[name] = await key.create(object, data));
  await make('rail', 'legalDirection', { name: 'Railway accidents', code: 'RAIL' });
  await make('crossing', 'legalDirection', { name: 'Crossings', code: 'CROSSING', parentId: ids.rail });
  await make('mine', 'legalDirection', { name: 'Mines', code: 'MINE' });
  await make('tver', 'region', { name: 'Tver Region', code: 'RU-TVE' });
  await make('request', 'eventKind', { name: 'Attorney request', code: 'OWN_REQUEST', eventGroup: 'EVIDENCE' });
  await make('hearing', 'eventKind', { name: 'Hearing', code: 'OWN_HEARING', eventGroup: 'COURT' });
  await make('anna', 'person', { name: { firstName: 'Anna', lastName: 'Ivanova' } });
  await make('boris', 'person', { name: { firstName: 'Boris', lastName: 'Petrov' } });
  const event = (name: string, data: object) => make(name, 'caseEvent', { title: name, ...data });
  const [request, hearing] = [{ kindId: ids.request, eventGroup: 'EVIDENCE' }, { kindId: ids.hearing, eventGroup: 'COURT' }];
  const anna = { clientId: ids.anna, directionId: ids.crossing };
  await event('Ask the depot', { ...anna, ...request, completion: 'IN_PROGRESS', startedAt: at(0) });
  await event('Hearing in spring', { ...anna, ...hearing, completion: 'COMPLETED', startedAt: at(-100), completedAt: at(0) });
  await event('Hearing to come', { ...anna, ...hearing, completion: 'PLANNED', startedAt: at(0) });
  await event('Ask the mine', { clientId: ids.boris, directionId: ids.mine, ...request, completion: 'WAITING', startedAt: at(-100) });
  await event('Nobody’s', { completion: 'COMPLETED', startedAt: at(0), completedAt: at(0) });
  await event('Begun some day', { clientId: ids.boris, ...request, completion: 'IN_PROGRESS' });
  await key.create('eventResponsible', { name: 'r', caseEventId: ids['Ask the depot'], memberId: lawyer.memberId, responsibility: 'LEAD' });
  await key.create('eventResponsible', { name: 'r', caseEventId: ids['Ask the mine'], memberId: lawyer.memberId, responsibility: 'OBSERVER' });

  const given = (title: string, data: object) => key.create('clientAssignment', { title, givenAt: at(0), ...data });
  await given('Fetch the paper', { responsibleId: lawyer.memberId, regionId: ids.tver, directionId: ids.crossing, clientId: ids.anna, status: 'DONE', completedAt: at(0.5), dueAt: at(3), actualDays: 0.5 });
  await given('Call the client', { responsibleId: lawyer.memberId, directionId: ids.mine, status: 'IN_PROGRESS', dueAt: at(-2), isOverdue: true, daysLate: 2 });
  await given('Never mind', { responsibleId: lawyer2.memberId, status: 'CANCELLED', dueAt: at(-2) });
  await given('Whose?', { status: 'NEW' });
  page = await signIn(browser, office.url, 'head');
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});
afterEach(() => expect(pageErrors).toEqual([]));

const open = async (of: Page, title: string): Promise<void> => {
  if (!(await place(of, title).isVisible())) await folder(of, 'Reports').click();
  await place(of, title).click();
  await of.getByRole('heading', { name: title }).last().waitFor();
};
const tableRow = (of: Page, name: string) => of.locator('.ld-table tr').filter({ has: of.locator('td:first-child', { hasText: name }) }).first();
/** The figures of a row, once they are these. */
const shows = async (of: Page, name: string, figures: string): Promise<void> => {
  await of.waitForFunction(
    ([wanted, expected]) => [...document.querySelectorAll('.ld-table tr')].some((row) => row.querySelector('td .ld-row, td')?.textContent?.includes(wanted!) && [...row.querySelectorAll('td.figure')].map((cell) => cell.textContent).join(' ') === expected),
    [name, figures],
    { polling: 250 },
  );
};
const firstRows = async (of: Page): Promise<string[]> => (await of.locator('.ld-table tbody tr:not(.total) td:first-child .ld-two').allTextContents()).map((text) => text.trim());
const unfold = (of: Page, name: string) => tableRow(of, name).getByRole('button', { name: 'Unfold' }).click();
const choose = async (of: Page, label: string, option: string): Promise<void> => {
  await of.getByRole('textbox', { name: label, exact: true }).click();
  await of.getByRole('option', { name: option }).click();
};
const clear = (of: Page, label: string) => of.getByRole('group', { name: label, exact: true }).getByRole('button', { name: 'Choose another' }).click();

describe('events by completion stage', () => {
  const TITLE = 'Events by completion stage';

  it('shows the office worked out by hand, down to an event, and what is behind a figure', async () => {
    await open(page, TITLE);
    await shows(page, 'Total', '2 2 2 4');
    await shows(page, 'Ivanova Anna', '1 1 1 2');
    await shows(page, 'Petrov Boris', '0 0 1 1');
    await shows(page, 'Without a client', '1 1 0 1');
    await page.getByText('Without a date: 1').waitFor();
    await page.getByRole('button', { name: /^Evidence/ }).getByText('2').waitFor();

    await unfold(page, 'Ivanova Anna');
    await shows(page, 'Court', '0 1 0 1');
    await unfold(page, 'Court');
    await unfold(page, 'Hearing');
    await shows(page, 'Hearing in spring', '0 1 0 1');
    await tableRow(page, 'Hearing in spring').getByRole('button', { name: 'Hearing in spring' }).click();
    await page.getByRole('complementary').getByRole('heading', { name: 'Hearing in spring' }).waitFor();
    await page.getByRole('complementary').getByRole('button', { name: 'Close' }).click();

    await unfold(page, 'Without a client');
    await unfold(page, 'Without a group');
    await shows(page, 'Without a kind', '1 1 0 1');

    await tableRow(page, 'Petrov Boris').getByRole('button', { name: '1' }).first().click();
    const list = page.getByRole('region', { name: 'In work at the end: Petrov Boris' });
    await list.getByRole('button', { name: 'Ask the mine' }).waitFor();
    await list.getByRole('button', { name: 'Close' }).click();
  });

  it('sorts, filters and remembers, and says when a filter names what is gone', async () => {
    expect(await firstRows(page)).toContain('Petrov Boris');
    await page.getByRole('button', { name: /^Client, group/ }).click();
    await page.waitForFunction(() => document.querySelector('.ld-table tbody tr td')?.textContent?.includes('Ivanova'));
    await choose(page, 'Direction', 'Railway accidents');
    await shows(page, 'Total', '1 1 1 2');
    expect((await firstRows(page))[0]).toBe('Ivanova Anna');
    await clear(page, 'Direction');
    await choose(page, 'Direction', 'Without a direction');
    await shows(page, 'Total', '1 1 0 1');
    await clear(page, 'Direction');
    await page.getByRole('button', { name: 'In work only' }).click();
    await shows(page, 'Total', '1 0 2 2');
    await page.getByRole('textbox', { name: 'Client' }).fill('pet bor');
    await shows(page, 'Total', '0 0 1 1');
    await page.getByRole('textbox', { name: 'Client' }).fill('nobody');
    await page.getByText('No event was begun, completed or in work').waitFor();
    await page.getByRole('textbox', { name: 'Client' }).fill('');
    await choose(page, 'Responsible', 'Ivan Petrov');
    await shows(page, 'Total', '1 0 1 1');
    await clear(page, 'Responsible');
    await choose(page, 'Direction', 'Mines');
    await shows(page, 'Total', '0 0 1 1');

    await page.getByRole('button', { name: 'Save these filters' }).click();
    await page.getByRole('textbox', { name: 'Name of the view' }).fill('Mines in work');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('combobox', { name: 'Saved view' }).waitFor();
    await page.getByRole('button', { name: 'All', exact: true }).click();
    await clear(page, 'Direction');
    await shows(page, 'Total', '2 2 2 4');
    await eventually('the filters are kept', async () => {
      const { reportViews } = await office.key.query('{ reportViews(first: 100) { edges { node { isLast filters } } } }');
      return reportViews.edges.some(({ node }: { node: Row }) => node.isLast && node.filters.directionId === null && node.filters.sort.key === 'name' && !node.filters.inWorkOnly);
    });
    await office.key.query('mutation ($id: UUID!) { deleteLegalDirection(id: $id) { id } }', { id: ids.mine });
    await page.reload();
    await shows(page, 'Total', '2 2 2 4');
    await page.getByRole('combobox', { name: 'Saved view' }).selectOption('Mines in work');
    await page.getByText('What a filter names was deleted: choose another, or none').waitFor();
    await clear(page, 'Direction');
    await shows(page, 'Total', '1 0 2 2');
    await page.getByRole('button', { name: 'All', exact: true }).click();
    await shows(page, 'Total', '2 2 2 4');
  });

  it('gives the table as a spreadsheet and as text, what is unfolded with it', async () => {
    await unfold(page, 'Ivanova Anna');
    await shows(page, 'Court', '0 1 0 1');
    const [csv] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).click()]);
    const { data } = Papa.parse<string[]>(readFileSync(await csv.path(), 'utf8').replace(/^\ufeff/, ''), { delimiter: ',' });
    const header = data.findIndex(([first]) => first === 'Client, group, kind, event');
    expect(data.slice(header + 1, header + 7)).toEqual([
      ['Ivanova Anna', '1', '1', '1', '2'], ['  Evidence', '1', '0', '1', '1'], ['  Court', '0', '1', '0', '1'],
      ['Petrov Boris', '0', '0', '1', '1'], ['Without a client', '1', '1', '0', '1'], ['Total', '2', '2', '2', '4'],
    ]);
    const [xlsx] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Excel' }).click()]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(await xlsx.path());
    const cells: unknown[][] = [];
    book.worksheets[0]!.eachRow((row) => cells.push((row.values as unknown[]).slice(1)));
    expect(cells[0]).toEqual([TITLE]);
    expect(cells.find(([first]) => first === 'Total')).toEqual(['Total', 2, 2, 2, 4]);
  });

  it('says what is wrong: a period that ends before it begins, no right, a server that does not answer', async () => {
    await page.getByRole('combobox', { name: 'Period' }).selectOption('CUSTOM');
    await page.getByLabel('Last day').last().fill('2020-01-01');
    await page.getByText('The period ends before it begins').waitFor();
    expect(await page.locator('.ld-table').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'CSV' }).isDisabled()).toBe(true);
    await page.getByRole('combobox', { name: 'Period' }).selectOption('THIS_MONTH');
    await shows(page, 'Total', '2 2 2 4');

    let refuse = (route: Route) => route.abort();
    const isOfEvents = (route: Route) => /caseEventsGroupBy|caseEvents\(/.test(route.request().postData() ?? '');
    await page.route('**/graphql', (route) => (isOfEvents(route) ? refuse(route) : route.continue()));
    await page.getByRole('combobox', { name: 'Period' }).selectOption('LAST_YEAR');
    await page.getByText('The server cannot be reached').waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('No event was begun, completed or in work').or(page.locator('.ld-table')).first().waitFor();
    await page.getByRole('combobox', { name: 'Period' }).selectOption('THIS_MONTH');
    await shows(page, 'Total', '2 2 2 4');

    refuse = (route) => route.fulfill({ json: { data: null, errors: [{ message: 'No permission', extensions: { code: 'FORBIDDEN', subCode: 'PERMISSION_DENIED' } }] } });
    await page.route('**/graphql', (route) => (isOfEvents(route) ? refuse(route) : route.continue()));
    await page.reload();
    await page.getByText('Your role does not allow this report').waitFor();
    expect(await page.getByRole('main').innerText()).not.toMatch(/Ivanova|\b4\b/);
    await page.unroute('**/graphql');
  });
});

describe('the fulfilment of client assignments', () => {
  const TITLE = 'Fulfilment of client assignments';

  it('shows what is done, overdue and in how many days, by whom, and what is behind it', async () => {
    await open(page, TITLE);
    // Given, done, in work, called off, overdue, of them in work, days on average, over how many.
    await shows(page, 'Ivan Petrov', '2 1 1 0 1 1 0.5 1');
    await shows(page, 'Maria Orlova', '1 0 0 1 0 0 — 0');
    await shows(page, 'Without a responsible person', '1 0 1 0 0 0 — 0');
    await shows(page, 'Total', '4 1 2 1 1 1 0.5 1');
    await unfold(page, 'Ivan Petrov');
    await shows(page, 'Call the client', '1 0 1 0 1 1 — 0');
    await page.getByRole('button', { name: /^Overdue\s*1/ }).click();
    const list = page.getByRole('region', { name: 'Overdue: all' });
    await list.getByRole('button', { name: 'Call the client' }).click();
    await page.getByRole('complementary').getByRole('heading', { name: 'Call the client' }).waitFor();
    await page.getByRole('complementary').getByRole('button', { name: 'Close' }).click();
  });

  it('by region and by direction, filtered, with one that was deleted', async () => {
    await page.getByRole('button', { name: 'By region' }).click();
    await shows(page, 'Tver Region', '1 1 0 0 0 0 0.5 1');
    await shows(page, 'Without a region', '3 0 2 1 1 1 — 0');
    await page.getByRole('button', { name: 'By direction' }).click();
    await shows(page, 'A direction that was deleted', '1 0 1 0 1 1 — 0');
    await shows(page, 'Crossings', '1 1 0 0 0 0 0.5 1');
    await choose(page, 'Direction', 'Railway accidents');
    await shows(page, 'Total', '1 1 0 0 0 0 0.5 1');
    const [csv] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).click()]);
    const { data } = Papa.parse<string[]>(readFileSync(await csv.path(), 'utf8').replace(/^\ufeff/, ''), { delimiter: ',' });
    expect(data).toContainEqual(['Direction', 'Railway accidents']);
    expect(data.find(([first]) => first === 'Crossings')?.slice(0, 7)).toEqual(['Crossings', '1', '1', '0', '0', '0', '0']);
    await clear(page, 'Direction');
    await choose(page, 'Responsible', 'Maria Orlova');
    await shows(page, 'Total', '1 0 0 1 0 0 — 0');
    await page.getByRole('combobox', { name: 'Period' }).selectOption('LAST_YEAR');
    await page.getByText('No client gave an assignment in this period').waitFor();
    await page.getByRole('combobox', { name: 'Period' }).selectOption('CUSTOM');
    await page.getByLabel('Last day').last().fill('2020-01-01');
    await page.getByText('The period ends before it begins').waitFor();
  });

  it('gives way where the role gives no right', async () => {
    await page.route('**/graphql', (route) =>
      /clientAssignments\(/.test(route.request().postData() ?? '')
        ? route.fulfill({ json: { data: null, errors: [{ message: 'No permission', extensions: { code: 'FORBIDDEN', subCode: 'PERMISSION_DENIED' } }] } })
        : route.continue(),
    );
    await page.reload();
    await page.getByText('Your role does not allow this report').waitFor();
    await page.unroute('**/graphql');
  });
});
