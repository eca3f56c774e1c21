import type { Browser, Page } from 'playwright-core';
import { TestOffice } from '../workers/office';
import { openBrowser, pageErrors, place, rows, signIn } from './browser';

let office: TestOffice;
let browser: Browser;
beforeAll(async () => {
  [office, browser] = await Promise.all([TestOffice.open(), openBrowser()]);
  office.startWorkers();
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

const panel = (page: Page) => page.getByRole('complementary');
const field = (page: Page, label: string) => page.locator('.field-line').filter({ has: page.getByText(label, { exact: true }) });

it('takes a letter from the registry to a department and to whoever accepts it', async () => {
  const clerk = await signIn(browser, office.url, 'clerk');
  await place(clerk, 'Letters').click();
  await clerk.getByRole('button', { name: 'Register letter' }).click();
  await panel(clerk).getByRole('textbox', { name: 'Subject' }).fill('Summons to the appeal hearing');
  await panel(clerk).getByRole('button', { name: 'Register', exact: true }).click();
  await panel(clerk).getByText(/IN-\d{4}-000001/).first().waitFor();
  await panel(clerk).getByRole('button', { name: 'Close' }).first().click();

  await clerk.getByRole('link', { name: 'Summons to the appeal hearing' }).click();
  await field(clerk, 'Status').getByText('Registered').waitFor();
  await field(clerk, 'Holder').getByText('Olga Sokolova').waitFor();
  await clerk.getByRole('button', { name: 'Hand over' }).click();
  await panel(clerk).getByRole('option', { name: 'Court department' }).first().click();
  await panel(clerk).getByRole('textbox', { name: 'What for' }).fill('Prepare objections');
  await panel(clerk).getByRole('button', { name: 'Hand over', exact: true }).click();
  await field(clerk, 'Waits in').getByText('Court department').waitFor();
  await field(clerk, 'Status').getByText('Handed over').waitFor();

  const lawyers = await Promise.all((['lawyer', 'lawyer2'] as const).map((name) => signIn(browser, office.url, name)));
  const [lawyer, lawyer2] = lawyers as [Page, Page];
  for (const page of lawyers) {
    await place(page, 'My reminders').click();
    await rows(page).filter({ hasText: 'Prepare objections' }).waitFor();
  }

  await place(lawyer, 'Letters').click();
  await lawyer.getByRole('link', { name: 'Summons to the appeal hearing', exact: true }).click();
  await lawyer.getByRole('button', { name: 'Accept', exact: true }).click();
  await panel(lawyer).getByRole('button', { name: 'Accept', exact: true }).click();
  await field(lawyer, 'Status').getByText('In work').waitFor();
  await field(lawyer, 'Holder').getByText('Ivan Petrov').waitFor();
  await lawyer2.getByText('Nothing matches').waitFor();
  await rows(lawyer2).waitFor({ state: 'detached' });

  await clerk.reload();
  const path = clerk.getByRole('tabpanel');
  await path.locator('svg').getByText('Prepare objections').first().waitFor({ state: 'attached' });
  await path.getByRole('row', { name: /Accepted.*Ivan Petrov/ }).waitFor();
  expect(pageErrors).toEqual([]);
});
