/** Movement, control, the radar and the papers over the demo office: the figures against plain loops over its records, and the pages. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { loadAll, loadControl, loadReceived } from '../../front/caseControlReport/data';
import { ALIVE, casesFilter, orderOf, rowsFilter, stagesFilter, totalOf, type ControlFilters } from '../../front/caseControlReport/figures';
import { loadForgotten } from '../../front/forgottenCases/data';
import { loadMedians, loadMovement, loadTroubles } from '../../front/letterMovement/data';
import { keyOf } from '../../front/letterMovement/figures';
import { ApiError } from '../../front/lib/api';
import type { Ask } from '../../front/reports/ask';
import { loadRisks } from '../../front/lettersAtRisk/data';
import { countPapers, loadPapers } from '../../front/whereIsThePaper/data';
import { orderOf as paperOrder, searchFilter, viewFilter } from '../../front/whereIsThePaper/figures';
import { signIn as signInByPassword } from '../../scripts/sign-in';
import { API_KEY, eventually, freePort, startTypeScript, type Process, type Row } from '../workers/office';
import { folder, openBrowser, pageErrors, place, signIn } from './browser';

const HOUR = 3_600_000;
const DATA = mkdtempSync(join(tmpdir(), 'legal-desk-reports-'));

let sandbox: Process;
let browser: Browser;
let url: string;
let ask: Ask;
/** Everything that figures are counted from, read once. */
let all: Record<'correspondences' | 'correspondenceHistories' | 'caseControls' | 'caseFinances' | 'courtDecisions' | 'departments' | 'workspaceMembers', Row[]>;

const post = async (path: string, token: string | null, query: string, variables: object = {}): Promise<Row> => {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Row; errors?: { message: string }[] };
  if (errors) throw new ApiError(errors.some(({ message }) => /permission/i.test(message)) ? 'permission' : 'server', JSON.stringify(errors));
  return data;
};

const askAs = (token: string): Ask => (query, variables) => post('/graphql', token, query, variables) as Promise<never>;

const askOf = async (name: string): Promise<Ask> => {
  const stranger = async (query: string, variables: object) => Object.values(await post('/metadata', null, query, variables))[0];
  const { accessOrWorkspaceAgnosticToken } = await signInByPassword(stranger, { email: `${name}@demo.legal`, password: 'demo', origin: url });
  return askAs(accessOrWorkspaceAgnosticToken.token);
};

const FIELDS: Record<keyof typeof all, string> = {
  correspondences: 'id number subject status flow holderId holderDepartmentId heldSince pendingMemberId pendingDepartmentId handedOverAt handedOverById dueAt',
  correspondenceHistories: 'id action outcome occurredAt fromDepartmentId toDepartmentId waitedMinutes heldMinutes correspondenceId',
  caseControls: 'id legalCaseId stage leadId departmentId directionId isForgotten lastMovementAt requiredCount receivedCount missingDocuments requestsSent requestsOpen requestsOverdue',
  caseFinances: 'legalCaseId collected { amountMicros currencyCode }',
  courtDecisions: 'legalCaseId decidedAt outcome',
  departments: 'id name',
  workspaceMembers: 'id userEmail name { firstName lastName }',
};

beforeAll(async () => {
  const port = await freePort();
  url = `http://localhost:${port}`;
  sandbox = startTypeScript('sandbox/main.ts', { PORT: String(port), TWENTY_API_KEY: API_KEY, SANDBOX_DATA: DATA, API_RATE_LIMITING_LONG_LIMIT: '0' });
  browser = await openBrowser();
  await eventually('the sandbox is ready', () => sandbox.output().includes('ready'));
  ask = askAs(API_KEY);
  const read = async (plural: string) => (await ask<Row>(`{ ${plural}(first: 5000) { edges { node { ${FIELDS[plural as keyof typeof all]} } } } }`))[plural].edges.map(({ node }: { node: Row }) => node);
  all = Object.fromEntries(await Promise.all(Object.keys(FIELDS).map(async (plural) => [plural, await read(plural)]))) as typeof all;
});
afterAll(async () => {
  await browser?.close();
  await sandbox?.end('SIGKILL');
  rmSync(DATA, { recursive: true, force: true });
});
afterEach(() => expect(pageErrors).toEqual([]));

const department = (name: string): string => all.departments.find((each) => each.name === name)!.id;
const member = (login: string): string => all.workspaceMembers.find(({ userEmail }) => userEmail === `${login}@demo.legal`)!.id;

const NONE: ControlFilters = { directionId: null, departmentId: null, leadId: null, stage: null, onlyForgotten: false, onlyMissing: false, onlyOverdue: false };
const plainMedian = (values: number[]): number | null => {
  const sorted = [...values].sort((one, other) => one - other);
  const half = sorted.length >> 1;
  return sorted.length === 0 ? null : sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
};

describe('the figures over the demo office', () => {
  test.each([
    ['three years', '2023-01-01T00:00:00.000Z', '2100-01-01T00:00:00.000Z', null],
    ['a year of one department', '2025-06-01T00:00:00.000Z', '2026-06-01T00:00:00.000Z', 'Claims department'],
    ['years before there was an office', '2001-01-01T00:00:00.000Z', '2002-01-01T00:00:00.000Z', null],
  ])('flows and their medians: %s', async (_, start, end, name) => {
    const departmentId = name && department(name);
    const within = { bounds: { start, end }, departmentId };
    const rows = all.correspondenceHistories.filter(
      ({ outcome, occurredAt, fromDepartmentId, toDepartmentId }) =>
        outcome === 'APPLIED' && Date.parse(occurredAt) >= Date.parse(start) && Date.parse(occurredAt) < Date.parse(end) &&
        (departmentId === null || fromDepartmentId === departmentId || toDepartmentId === departmentId),
    );
    const of = (action: string) => rows.filter((row) => row.action === action);
    const expected = new Map<string, Row[]>();
    for (const row of of('ACCEPT')) {
      const key = `${row.fromDepartmentId ?? ''}>${row.toDepartmentId ?? ''}`;
      expected.set(key, [...(expected.get(key) ?? []), row]);
    }
    const { flows, deeds } = await loadMovement(ask, within);
    expect(deeds).toEqual({ handedOver: of('HAND_OVER').length, accepted: of('ACCEPT').length, rejected: of('REJECT').length, recalled: of('RECALL').length });
    expect(Object.fromEntries(flows.map((flow) => [keyOf(flow), flow.handOvers]))).toEqual(Object.fromEntries([...expected].map(([key, some]) => [key, some.length])));
    const { ofAll, ofFlow } = await loadMedians(ask, within, flows);
    const medians = (some: Row[]) => ({
      waited: plainMedian(some.flatMap(({ waitedMinutes }) => waitedMinutes ?? [])), held: plainMedian(some.flatMap(({ heldMinutes }) => heldMinutes ?? [])),
    });
    expect(ofAll).toEqual(medians(of('ACCEPT')));
    expect(Object.fromEntries(ofFlow)).toEqual(Object.fromEntries([...expected].map(([key, some]) => [key, medians(some)])));
    expect(flows.length > 0).toBe(start > '2002');
  });

  test('letters in trouble, now and after two weeks in which nobody did anything', async () => {
    for (const now of [new Date(), new Date(Date.now() + 14 * 24 * HOUR)]) {
      const { stuck, unprocessed, lost } = await loadTroubles(ask, { now, timeZone: 'Europe/Moscow' });
      const withStatus = (status: string) => all.correspondences.filter((letter) => letter.status === status);
      const waits = withStatus('HANDED_OVER').filter(({ handedOverAt }) => now.getTime() - Date.parse(handedOverAt) > 2 * HOUR);
      expect(stuck.letters.map(({ id }) => id).sort()).toEqual(waits.map(({ id }) => id).sort());
      expect(stuck.letters.map(({ since }) => since)).toEqual([...stuck.letters.map(({ handedOverAt }) => handedOverAt)].sort());
      expect(lost.letters.map(({ id }) => id)).toEqual(withStatus('LOST').map(({ id }) => id));
      const report = all.correspondenceHistories.find(({ action, correspondenceId }) => action === 'REPORT_LOST' && correspondenceId === lost.letters[0]!.id);
      expect(Date.parse(lost.letters[0]!.since!)).toBe(Date.parse(report!.occurredAt));
      // Independently: walk hour by hour and count those of working days in Moscow.
      const workingHours = (since: string) => {
        let hours = 0;
        for (let at = Date.parse(since); at < now.getTime() && hours <= 5 * 24; at += HOUR)
          if (!['Sat', 'Sun'].includes(new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'Europe/Moscow' }).format(at))) hours += Math.min(1, (now.getTime() - at) / HOUR);
        return hours;
      };
      const long = withStatus('IN_WORK').filter(({ heldSince }) => workingHours(heldSince) > 5 * 24);
      expect(unprocessed.letters.map(({ id }) => id).sort()).toEqual(long.map(({ id }) => id).sort());
    }
  });

  test.each<[string, Partial<ControlFilters>, (row: Row) => boolean]>([
    ['all', {}, () => true],
    ['forgotten', { onlyForgotten: true }, ({ isForgotten }) => isForgotten],
    ['alive, with missing papers', { stage: ALIVE, onlyMissing: true }, ({ stage, missingDocuments }) => stage !== 'ARCHIVED' && Boolean(missingDocuments)],
    ['overdue requests', { onlyOverdue: true }, ({ requestsOverdue }) => requestsOverdue > 0],
    ['appeals', { stage: 'APPEAL' }, ({ stage }) => stage === 'APPEAL'],
  ])('control of cases: %s', async (_, some, holds) => {
    const filters = { ...NONE, ...some };
    const wanted = { filter: rowsFilter(filters, (id) => [id]), orderBy: orderOf({ key: 'state', descending: true }) };
    const expected = all.caseControls.filter(holds);
    const { rows, stages, decided, received } = await loadControl(ask, { ...wanted, ofStages: stagesFilter(filters, (id) => [id]), offset: 0 });
    const total = totalOf(stages, filters.stage);
    const sum = (field: string) => expected.reduce((of, row) => of + (row[field] ?? 0), 0);
    expect(total).toEqual({
      cases: expected.length, forgotten: expected.filter(({ isForgotten }) => isForgotten).length, requiredCount: sum('requiredCount'), receivedCount: sum('receivedCount'),
      requestsSent: sum('requestsSent'), requestsOpen: sum('requestsOpen'), requestsOverdue: sum('requestsOverdue'),
    });
    expect(expected.length).toBeGreaterThan(0);
    const rank = ({ isForgotten, lastMovementAt }: Row) => [isForgotten ? 0 : 1, lastMovementAt === null ? 0 : Date.parse(lastMovementAt)] as const;
    const ranks = [...expected].map(rank).sort(([one, at], [other, time]) => one - other || at - time);
    expect(rows.map((row) => rank(row))).toEqual(ranks.slice(0, 100));

    const cases = new Set(expected.map(({ legalCaseId }) => legalCaseId));
    const finances = all.caseFinances.filter(({ legalCaseId, collected }) => cases.has(legalCaseId) && collected?.amountMicros);
    const sums = finances.reduce<Record<string, bigint>>((of, { collected: { amountMicros, currencyCode } }) => ({ ...of, [currencyCode]: (of[currencyCode] ?? 0n) + BigInt(amountMicros) }), {});
    expect(Object.fromEntries((await loadReceived(ask, { ...wanted, cases: casesFilter(filters, (id) => [id]), count: total.cases }))!)).toEqual(sums);
    for (const { legalCaseId } of rows) {
      expect(decided!.get(legalCaseId!)?.length ?? 0).toBe(all.courtDecisions.filter((decision) => decision.legalCaseId === legalCaseId).length);
      expect(received!.get(legalCaseId!)?.micros ?? 0n).toBe(BigInt(finances.find((finance) => finance.legalCaseId === legalCaseId)?.collected.amountMicros ?? 0));
    }
    expect((await loadAll(ask, { ...wanted, count: total.cases })).rows.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
  });

  test('forgotten cases by age, department and lawyer; where the papers are', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const forgotten = all.caseControls.filter(({ isForgotten }) => isForgotten);
    const found = await loadForgotten(ask, { filters: { age: null, departmentId: null, leadId: null }, today, timeZone: 'UTC', offset: 0 });
    expect(found.rows.map(({ id }) => id).sort()).toEqual(forgotten.map(({ id }) => id).sort());
    expect(found.count).toBe(forgotten.length);
    const tally = (field: string) => Object.entries(forgotten.reduce<Record<string, number>>((of, row) => ({ ...of, [row[field]]: (of[row[field]] ?? 0) + 1 }), {})).sort();
    expect(found.departments.map(({ id, count }) => [id, count]).sort()).toEqual(tally('departmentId'));
    expect(found.leads.map(({ id, count }) => [id, count]).sort()).toEqual(tally('leadId'));
    expect(Object.values(found.ages).reduce((sum, count) => sum + count, 0)).toBe(forgotten.length);

    const now = new Date();
    const office = { members: all.workspaceMembers.map(({ id, name }) => ({ id, name: `${name.firstName} ${name.lastName}` })), departments: all.departments as { id: string; name: string }[] };
    const by = (text: string) => ({ and: [viewFilter('ALL', { memberId: '', now, timeZone: 'UTC' }), searchFilter(text, office)!] });
    const papers = await loadPapers(ask, { filter: by('petrov'), orderBy: paperOrder('ALL'), offset: 0, memberId: member('lawyer'), now, timeZone: 'UTC' });
    const ivan = member('lawyer');
    const open = all.correspondences.filter(({ status }) => status !== 'ARCHIVED');
    expect(papers.papers.map(({ id }) => id).sort()).toEqual(open.filter(({ holderId, pendingMemberId, subject }) => holderId === ivan || pendingMemberId === ivan || /petrov/i.test(subject)).map(({ id }) => id).sort());
    expect(papers.counts.all).toBe(open.length);
    expect(papers.mine).toBe(open.filter(({ holderId }) => holderId === ivan).length);
    const isRisky = ({ status, handedOverAt }: Row) => ['LOST', 'UNDELIVERED'].includes(status) || (status === 'HANDED_OVER' && now.getTime() - Date.parse(handedOverAt) > 2 * HOUR);
    expect(papers.risk).toBeGreaterThanOrEqual(open.filter(isRisky).length);
    const own = await countPapers(ask, { memberId: ivan, oversees: false, now, timeZone: 'UTC' });
    expect(own.mineOrRisk).toBeGreaterThanOrEqual(papers.mine);
    expect((await countPapers(ask, { memberId: ivan, oversees: true, now, timeZone: 'UTC' })).risk).toBe(papers.risk);

    const risks = await loadRisks(ask, { scope: { departmentId: null, memberId: null }, office: { ...office, memberships: [], clerkIds: [] } as never, now, timeZone: 'UTC' });
    expect([risks.total, risks.letters.length, risks.open]).toEqual([papers.risk, papers.risk, open.length]);
    const at = (risk: string) => risks.letters.filter((letter) => letter.risks.includes(risk as never)).map(({ id }) => id).sort();
    const plain = (holds: (letter: Row) => boolean) => open.filter(holds).map(({ id }) => id).sort();
    expect(at('LOST')).toEqual(plain(({ status }) => status === 'LOST'));
    expect(at('RETURNED')).toEqual(plain(({ status }) => status === 'UNDELIVERED'));
    expect(at('PENDING')).toEqual(plain(({ status, handedOverAt }) => status === 'HANDED_OVER' && now.getTime() - Date.parse(handedOverAt) > 2 * HOUR));
    expect(at('OVERDUE')).toEqual(plain(({ status, dueAt }) => ['REGISTERED', 'HANDED_OVER', 'IN_WORK', 'UNDELIVERED'].includes(status) && dueAt !== null && Date.parse(dueAt) < now.getTime()));
    expect(at('PENDING').length * at('LOST').length).toBeGreaterThan(0);
    for (const [risk, count] of Object.entries(risks.counts)) expect([risk, count]).toEqual([risk, at(risk).length]);
  });

  test('leave out what a role may not read, and the server refuses it', async () => {
    const wanted = { filter: {}, ofStages: {}, orderBy: orderOf({ key: 'state', descending: true }), offset: 0 };
    const [lawyer, clerk] = await Promise.all([askOf('lawyer'), askOf('clerk')]);
    const forLawyer = await loadControl(lawyer, wanted);
    expect(forLawyer.received).toBeNull();
    expect(forLawyer.decided!.size).toBeGreaterThan(0);
    const forClerk = await loadControl(clerk, wanted);
    expect([forClerk.decided, forClerk.received]).toEqual([null, null]);
    expect(forClerk.rows.length).toBeGreaterThan(0);
    expect(await loadReceived(lawyer, { cases: {}, filter: {}, orderBy: [], count: 1 })).toBeNull();
    await expect(lawyer('{ caseFinancesGroupBy(groupBy: [{ collected: { currencyCode: true } }]) { sumCollectedAmountMicros } }')).rejects.toMatchObject({ kind: 'permission' });
  });
});

const main = (page: Page) => page.getByRole('main');
const row = (page: Page, name: string | RegExp) => main(page).getByRole('row').filter({ hasText: name });
const open = async (page: Page, where: string, name: string) => {
  if (!(await place(page, name).isVisible())) await folder(page, where).click();
  await place(page, name).click();
  await main(page).getByRole('heading', { name, exact: true }).last().waitFor();
};

describe('the pages', () => {
  let head: Page;
  beforeAll(async () => {
    head = await signIn(browser, url, 'head');
  });

  it('shows flows, opens the letters of one and the way of a letter, and says when a period is wrong or empty', async () => {
    await open(head, 'Reports', 'Correspondence movement');
    await head.getByRole('img', { name: 'Flows of letters between departments' }).waitFor();
    await row(head, /^RegistryCourt department/).getByRole('button', { name: 'Registry' }).click();
    const behind = head.getByRole('region', { name: 'Registry → Court department' });
    await behind.getByRole('row').nth(1).waitFor();
    await behind.getByRole('button', { name: /IN-20/ }).first().click();
    await head.getByRole('img', { name: 'The way of the letter' }).waitFor();

    await main(head).getByRole('button', { name: 'Choose another' }).click();
    await main(head).getByRole('textbox', { name: 'Letter, by number or subject' }).fill('summons');
    await head.getByRole('option', { name: /Summons to the hearing/ }).click();
    await main(head).getByRole('cell', { name: 'Hearing in two days' }).waitFor();

    await main(head).getByRole('button', { name: 'In trouble' }).click();
    await head.getByRole('region', { name: 'Stuck' }).getByText(/Summons to the hearing/).waitFor();
    await head.getByRole('region', { name: 'Lost' }).getByText(/Expert’s report/).waitFor();
    await main(head).getByText('Working days are Monday to Friday').waitFor();

    await main(head).getByRole('button', { name: 'Flows' }).click();
    await main(head).getByRole('combobox', { name: 'Period' }).selectOption('CUSTOM');
    await main(head).getByLabel('First day').last().fill('2001-02-01');
    await main(head).getByLabel('Last day').last().fill('2001-01-01');
    await main(head).getByText('The period ends before it begins').waitFor();
    await main(head).getByLabel('Last day').last().fill('2001-03-01');
    await main(head).getByText('No letter changed hands in this period').waitFor();
  });

  it('controls cases: filters, the funnel, sorting, the money; and what went wrong can be tried again', async () => {
    await open(head, 'Reports', 'Control of cases');
    await row(head, 'Forgotten').first().waitFor();
    await main(head).getByRole('columnheader', { name: 'Collected' }).waitFor();
    await main(head).getByRole('group', { name: 'Cases by stage' }).getByRole('button', { name: /^Cassation/ }).click();
    await main(head).getByText('Cases: 8', { exact: true }).waitFor();
    await main(head).getByRole('button', { name: 'Case', exact: true }).click();
    await row(head, 'Cassation').nth(7).waitFor();
    await main(head).getByRole('group', { name: 'Forgotten cases' }).getByRole('button', { name: 'Only these' }).click();
    await main(head).getByText('No case matches').waitFor();
    await main(head).getByRole('group', { name: 'Forgotten cases' }).getByRole('button', { name: 'All' }).click();

    await head.route('**/graphql', (route) => (route.request().postData()?.includes('ControlRows') ? route.abort() : route.continue()));
    await main(head).getByRole('combobox', { name: 'Stage' }).selectOption('INTAKE');
    await main(head).getByText('The server cannot be reached').waitFor();
    await head.unroute('**/graphql');
    await main(head).getByRole('button', { name: 'Try again' }).click();
    await row(head, 'Intake').first().waitFor();
    const [, first] = await row(head, 'Intake').all();
    await (first ?? row(head, 'Intake').first()).getByRole('button').first().click();
    await head.getByRole('complementary').getByText(/v\. /).first().waitFor();
  });

  it('leaves a lawyer without sums: neither the page nor any answer of the server holds them', async () => {
    const lawyer = await signIn(browser, url, 'lawyer');
    const answers: Promise<string>[] = [];
    lawyer.on('response', (response) => {
      if (response.url().endsWith('/graphql')) answers.push(response.text().catch(() => ''));
    });
    await open(lawyer, 'Reports', 'Control of cases');
    await main(lawyer).getByText('Your role does not read the finance of cases.').waitFor();
    await main(lawyer).getByRole('columnheader', { name: 'Decisions' }).waitFor();
    expect(await main(lawyer).getByRole('columnheader', { name: 'Collected' }).count()).toBe(0);
    const said = (await Promise.all(answers)).filter((answer) => /amountMicros|AmountMicros/.test(answer) && !/"errors"/.test(answer));
    expect(said).toEqual([]);
    await lawyer.context().close();
  });

  it('finds forgotten cases and papers, and shows long texts without losing the page', async () => {
    await open(head, 'Control', 'Forgotten cases');
    const departments = main(head).getByRole('group', { name: 'Department' });
    await departments.getByRole('button', { name: /^Claims department/ }).click();
    const count = all.caseControls.filter(({ isForgotten, departmentId }) => isForgotten && departmentId === department('Claims department')).length;
    await main(head).getByText(`Cases: ${count}`, { exact: true }).waitFor();
    await main(head).getByRole('button', { name: 'Show all' }).click();
    await head.route('**/graphql', (route) => route.continue({ postData: (route.request().postData() ?? '').replaceAll('"isForgotten":{"eq":true}', '"isForgotten":{"is":"NULL"}') }));
    await main(head).getByRole('button', { name: 'Refresh' }).click();
    await main(head).getByText('No case is forgotten').waitFor();
    await head.unroute('**/graphql');

    await open(head, 'Control', 'Letters at risk');
    await main(head).getByRole('button', { name: /^Lost\s*1/ }).click();
    await row(head, 'Expert’s report').getByText(/Search where it was last accepted/).waitFor();
    await main(head).getByRole('button', { name: 'Concerning me' }).click();
    await main(head).getByText(/^(No letter is at risk|No such letter)$/).waitFor();
    await main(head).getByRole('button', { name: 'Of the whole office' }).click();
    await main(head).getByRole('button', { name: /^All at risk/ }).click();

    const subject = `${'Заявление о возмещении вреда '.repeat(30)}${'x'.repeat(300)}`;
    await ask('mutation ($data: CorrespondenceCreateInput!) { createCorrespondence(data: $data) { id } }', {
      data: { subject, number: 'IN-2026-999999', status: 'LOST', holderId: member('clerk'), originalPlace: 'Ж'.repeat(200) },
    });
    await open(head, 'Control', 'Where is the paper');
    await main(head).getByRole('button', { name: /^Lost/ }).click();
    await row(head, 'IN-2026-999999').waitFor();
    expect(await main(head).evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
    await main(head).getByRole('textbox', { name: 'Search' }).fill('sokolova');
    await row(head, 'IN-2026-999999').getByText('Olga Sokolova').waitFor();
    await main(head).getByRole('textbox', { name: 'Search' }).fill('nobody has this');
    await main(head).getByText('Nothing here matches the search').waitFor();
  });

  it('counts both on the desk and leads there', async () => {
    await place(head, 'My desk').click();
    const count = all.caseControls.filter(({ isForgotten }) => isForgotten).length;
    const tile = main(head).getByRole('button', { name: new RegExp(`^Forgotten cases\\s*${count}\\s*of the whole office`) });
    await tile.waitFor();
    await main(head).getByRole('button', { name: /^Papers in my hands or at risk\s*\d+\s*at risk: \d+/ }).waitFor();
    await main(head).getByRole('button', { name: /^Letters at risk\s*\d+\s*of the whole office/ }).waitFor();
    await tile.click();
    await main(head).getByRole('heading', { name: 'Forgotten cases', exact: true }).last().waitFor();
  });
});
