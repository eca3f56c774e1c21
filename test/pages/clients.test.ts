import type { Browser } from 'playwright-core';
import { eventually, TestOffice } from '../workers/office';
import { folder, openBrowser, pageErrors, place, signIn } from './browser';

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

it('keeps a client in a tree of folders, and confirms what the folders tell', async () => {
  const { lawyer } = office.people;
  await eventually('the catalogues are there', async () => (await lawyer.query('{ legalDirections(first: 1) { totalCount } }')).legalDirections.totalCount > 20);
  await lawyer.create('person', { name: { firstName: 'Pyotr', lastName: 'Nikitin' } });
  const page = await signIn(browser, office.url, 'lawyer');
  const main = page.getByRole('main');

  await folder(page, 'Clients').click();
  await place(page, 'Client folders').click();
  const create = async (button: string, name: string) => {
    await main.getByRole('button', { name: button }).click();
    await main.getByRole('textbox', { name: 'Name of the new folder' }).fill(name);
    await main.getByRole('button', { name: 'Create', exact: true }).click();
    await main.getByRole('heading', { name, exact: true }).waitFor();
  };
  await create('New folder at the top', 'Moscow');
  await create('New folder here', 'Railway accidents');
  await main.getByRole('treeitem', { name: 'Railway accidents' }).waitFor();

  await main.getByRole('textbox', { name: 'Add a person' }).fill('Nikitin');
  await main.getByRole('option', { name: /Nikitin/ }).first().click();
  await main.getByRole('checkbox', { name: 'Pyotr Nikitin' }).waitFor();

  // A folder does not go into one that lies in it.
  await main.getByRole('treeitem', { name: 'Moscow' }).getByRole('button', { name: 'Moscow', exact: true }).click();
  await main.getByRole('heading', { name: 'Moscow', exact: true }).waitFor();
  await main.getByRole('button', { name: 'Move', exact: true }).click();
  await main.getByRole('textbox', { name: 'Into which folder' }).fill('Railway');
  await main.getByRole('option', { name: /Railway accidents/ }).first().click();
  await main.getByRole('button', { name: 'Move', exact: true }).last().click();
  await main.getByText('A folder cannot lie in itself').waitFor();

  await place(page, 'Classification').click();
  await main.getByRole('button', { name: 'Search all folders' }).click();
  const proposal = main.getByRole('article', { name: /Nikitin/ });
  await proposal.locator('mark', { hasText: 'Moscow' }).waitFor();
  await proposal.getByRole('button', { name: 'Confirm', exact: true }).click();
  await proposal.waitFor({ state: 'detached' });
  // What the workers then give to the client is tested with them.
  await eventually('the proposal is confirmed', async () => {
    const { classificationProposals } = await lawyer.query('{ classificationProposals(first: 1) { edges { node { status } } } }');
    return ['CONFIRMED', 'APPLIED'].includes(classificationProposals.edges[0]?.node.status);
  });
  expect(pageErrors).toEqual([]);
});
