import type { Browser, Page } from 'playwright-core';
import { TestOffice } from '../workers/office';
import { folder, newPage, openBrowser, pageErrors, place, rows, showsRows, signIn } from './browser';

let office: TestOffice;
let browser: Browser;
let admin: Page;
beforeAll(async () => {
  [office, browser] = await Promise.all([TestOffice.open(), openBrowser()]);
  const { admin: key } = office.people;
  const court = await key.create('court', { name: 'Basmanny District Court', level: 'DISTRICT' });
  for (const [number, title, stage, courtId] of [['12', 'Ivanov against the railway', 'INTAKE', court], ['7', 'Sidorov against the mine', 'APPEAL', null], ['31', 'Petrova against the railway', 'APPEAL', court]])
    await key.create('legalCase', { number, title, stage, courtId });
  admin = await signIn(browser, office.url, 'admin');
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});
afterEach(() => expect(pageErrors).toEqual([]));

const CASES = ['Ivanov against the railway', 'Petrova against the railway', 'Sidorov against the mine'];

it('signs in by e-mail and password, says what is wrong, and signs out', async () => {
  const page = await newPage(browser, office.url);
  await page.goto('/objects/correspondences');
  await page.getByLabel('Email').fill('lawyer@demo.legal');
  await page.getByLabel('Password').fill('guess');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').getByText('Wrong password').waitFor();
  await page.getByLabel('Password').fill('demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Account', exact: true }).click();
  await page.getByText('lawyer@demo.legal').waitFor();
  await page.getByRole('option', { name: 'Sign out' }).click();
  await page.waitForURL('**/welcome');
});

it('sorts by a column, searches, and filters by text, choice and relation', async () => {
  await place(admin, 'Cases').click();
  await admin.getByRole('button', { name: 'Title' }).click();
  await showsRows(admin, CASES);
  await admin.getByRole('button', { name: 'Title' }).click();
  await showsRows(admin, [...CASES].reverse());

  await admin.getByRole('searchbox', { name: 'Search' }).fill('railway petr');
  await showsRows(admin, [CASES[1]]);
  await admin.getByRole('searchbox', { name: 'Search' }).fill('');
  await showsRows(admin, [...CASES].reverse());

  const filterBy = async (field: string) => {
    await admin.getByRole('button', { name: 'Filter', exact: true }).click();
    await admin.getByRole('option', { name: field, exact: true }).click();
  };
  await filterBy('Stage');
  await admin.getByRole('option', { name: 'Appeal' }).click();
  await showsRows(admin, [CASES[2], CASES[1]]);
  await admin.keyboard.press('Escape');
  await filterBy('Court');
  await admin.getByRole('option', { name: 'Basmanny District Court' }).click();
  await showsRows(admin, [CASES[1]]);
  await admin.getByRole('button', { name: 'is empty' }).click();
  await showsRows(admin, [CASES[2]]);
  await admin.keyboard.press('Escape');
  await filterBy('Title');
  await admin.getByRole('textbox', { name: 'Title' }).fill('nobody');
  await admin.getByText('Nothing matches').waitFor();
});

it('shows an object by any of its views, and offers commands on the rows selected', async () => {
  await admin.goto('/objects/legalCases');
  await admin.getByRole('button', { name: /^Cases · 3/ }).click();
  await admin.getByRole('link', { name: 'Cases by stage' }).last().click();
  const appeal = admin.getByRole('region', { name: 'Appeal' });
  await appeal.getByRole('article').filter({ hasText: CASES[1] }).waitFor();
  expect(await appeal.getByRole('article').count()).toBe(2);

  await place(admin, 'Cases').click();
  await admin.getByRole('checkbox', { name: CASES[2] }).check();
  await admin.getByText('1 selected').waitFor();
  await admin.keyboard.press('Control+k');
  await admin.getByRole('option', { name: 'Delete: Case' }).click();
  await admin.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
  await admin.getByText('1 selected').waitFor();
  await admin.getByRole('complementary').getByRole('button', { name: 'Close' }).click();
});

it('creates a record, edits its fields in place, follows its relations, and deletes it', async () => {
  await folder(admin, 'Catalogues').click();
  await place(admin, 'Courts').click();
  await admin.getByRole('button', { name: 'New Court' }).click();
  await admin.getByRole('textbox', { name: 'Name' }).fill('Tver Garrison Court');
  await admin.getByRole('button', { name: 'Create' }).click();
  await admin.getByRole('heading', { name: 'Tver Garrison Court' }).last().waitFor();

  await admin.getByRole('button', { name: 'Postal address' }).click();
  await admin.getByRole('textbox', { name: 'Postal address' }).fill('Tver, Sovetskaya 1');
  await admin.keyboard.press('Enter');
  await admin.getByRole('button', { name: 'Postal address' }).getByText('Tver, Sovetskaya 1').waitFor();
  await admin.getByRole('button', { name: 'Level' }).click();
  await admin.getByRole('option', { name: 'Appeal' }).click();
  await admin.getByRole('button', { name: 'Level' }).getByText('Appeal').waitFor();

  await admin.getByRole('tab', { name: 'Notes' }).click();
  await admin.getByRole('button', { name: 'New note' }).click();
  await admin.getByRole('textbox', { name: 'Title' }).fill('Opens at nine');
  await admin.getByRole('button', { name: 'Save' }).click();
  await admin.getByRole('tabpanel').getByRole('link', { name: 'Opens at nine' }).waitFor();

  await admin.getByRole('button', { name: 'Delete' }).click();
  await admin.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await admin.waitForURL('**/objects/courts*');
  await showsRows(admin, ['Basmanny District Court']);
});

it('finds commands and places in the command menu', async () => {
  await place(admin, 'People').click();
  await admin.getByRole('heading', { name: 'People' }).waitFor();
  await admin.keyboard.press('Control+k');
  const menu = admin.getByRole('complementary');
  await menu.getByRole('option', { name: 'Register letter' }).waitFor();
  expect(await menu.getByRole('option', { name: 'Accept the letter' }).count()).toBe(0);
  await menu.getByRole('textbox').fill('go to event kinds');
  await admin.keyboard.press('Enter');
  await admin.waitForURL('**/objects/eventKinds*');
});

it('offers a lawyer only what the role allows, and the server refuses the rest', async () => {
  const lawyer = await signIn(browser, office.url, 'lawyer');
  await folder(lawyer, 'Office').click();
  await place(lawyer, 'Departments').click();
  await rows(lawyer).filter({ hasText: 'Court department' }).waitFor();
  expect(await lawyer.getByRole('button', { name: 'New Department' }).count()).toBe(0);
  await folder(lawyer, 'Control').click();
  await place(lawyer, 'Cases to correct').waitFor();
  expect(await place(lawyer, 'Incidents').count()).toBe(0);
  await lawyer.getByRole('link', { name: 'Court department' }).first().click();
  await lawyer.getByRole('heading', { name: 'Court department' }).last().waitFor();
  expect(await lawyer.getByRole('region', { name: 'Overview' }).getByRole('button', { name: 'Name', exact: true }).count()).toBe(0);
  await expect(office.people.lawyer.update('department', office.court, { name: 'Mine' })).rejects.toThrow(/permission/i);
});

it('speaks Russian and turns dark, and remembers both', async () => {
  const head = await signIn(browser, office.url, 'head');
  await head.getByRole('button', { name: 'Account' }).click();
  await head.getByRole('option', { name: 'Русский' }).click();
  await head.getByRole('option', { name: 'Тёмная' }).click();
  await head.locator('html[lang="ru-RU"][data-theme="dark"]').waitFor();
  await head.reload();
  await place(head, 'Письма').click();
  await head.getByRole('button', { name: 'Зарегистрировать письмо' }).click();
  await head.getByRole('complementary').getByRole('textbox', { name: 'Тема' }).waitFor();
  const words = await head.getByRole('main').innerText();
  expect(words.replace(/Court department|Legal Desk|⌘K/g, '')).not.toMatch(/[A-Za-z]{3,}/);
});

it('shows events in a calendar, and what belongs to a case as tables in its tabs', async () => {
  const { admin: key, lawyer } = office.people;
  const legalCaseId = await key.create('legalCase', { number: '99', title: 'Orlov against the port', leadId: lawyer.memberId });
  const dueAt = new Date().toISOString();
  const caseEventId = await key.create('caseEvent', { title: 'Ask for the file', legalCaseId, dueAt });
  await key.create('caseEvent', { title: 'Given up', legalCaseId, dueAt, completion: 'CANCELLED' });
  await key.create('eventResponsible', { name: 'Orlova', caseEventId, memberId: lawyer.memberId, completion: 'PLANNED', dueAt });
  await key.create('recovery', { name: 'Moral harm', legalCaseId, awarded: { amountMicros: 1_500_000_000, currencyCode: 'RUB' } });

  await place(admin, 'Calendar').click();
  const today = admin.getByRole('region', { name: new Intl.DateTimeFormat('en', { dateStyle: 'medium' }).format(new Date(dueAt)) });
  await today.getByRole('article').filter({ hasText: 'Ask for the file' }).waitFor();
  expect(await today.getByRole('article').count()).toBe(1);
  await admin.getByRole('button', { name: 'Next month' }).click();
  await admin.getByText('Ask for the file').waitFor({ state: 'detached' });
  await admin.getByRole('button', { name: 'This month' }).click();
  await today.getByRole('link', { name: 'Ask for the file' }).click();
  await admin.getByRole('tab', { name: 'Responsible' }).waitFor();
  await admin.getByRole('region', { name: 'Responsible' }).getByRole('row').filter({ hasText: 'Orlova' }).waitFor();

  await admin.goto(`/object/legalCase/${legalCaseId}`);
  await admin.getByRole('region', { name: 'Events' }).getByRole('row').filter({ hasText: 'Given up' }).waitFor();
  await admin.getByRole('tab', { name: 'Money' }).click();
  await admin.getByRole('region', { name: 'Recoveries' }).getByRole('cell', { name: 'RUB 1,500.00' }).waitFor();
  await admin.getByRole('tab', { name: 'Court' }).click();
  await admin.getByRole('region', { name: 'Hearings' }).getByText('No hearings yet').waitFor();

  const mine = await signIn(browser, office.url, 'lawyer');
  await place(mine, 'My events').click();
  await rows(mine).filter({ hasText: 'Ask for the file' }).waitFor();
});
