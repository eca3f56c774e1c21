import type { Browser, Page } from 'playwright-core';
import { folder, newPage, openBrowser, pageErrors, place, rows, signIn } from '../pages/browser';
import { TestOffice, type Caller } from '../workers/office';

/** The five rights that the office speaks of, each with somebody who has it and somebody who has not, by the API and by the page. */

let office: TestOffice;
let browser: Browser;
let accountant: Caller;
const ids: Record<string, string> = {};

const ROLES = '{ getRoles { id label } }';
const metadata = async (token: string, query: string): Promise<Record<string, any>> => {
  const response = await fetch(`${office.url}/metadata`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return ((await response.json()) as { data: Record<string, any> }).data;
};

beforeAll(async () => {
  [office, browser] = await Promise.all([TestOffice.open(), openBrowser()]);
  const { admin, lawyer2 } = office.people;
  accountant = lawyer2;
  const { getRoles } = await metadata(admin.token, ROLES);
  const { id } = getRoles.find(({ label }: { label: string }) => label === 'Accountant');
  await metadata(admin.token, `mutation { updateWorkspaceMemberRole(workspaceMemberId: "${accountant.memberId}", roleId: "${id}") { id } }`);

  const money = { amountMicros: 1_500_000_000_000, currencyCode: 'RUB' };
  ids.region = await admin.create('region', { name: 'Omsk Oblast' });
  ids.legalCase = await admin.create('legalCase', { title: 'Ivanov against the railway', number: '2026-0001' });
  const legalCaseId = ids.legalCase;
  ids.caseFinance = await admin.create('caseFinance', { name: 'Ivanov: finance', legalCaseId, claimed: money });
  ids.recovery = await admin.create('recovery', { name: 'Ivanov: moral harm', legalCaseId, claimed: money });
  ids.courtFiling = await admin.create('courtFiling', { name: 'Ivanov: claim', legalCaseId, courtCaseNumber: '2-15/2026' });
  ids.firstVisit = await admin.create('firstVisit', { name: 'Ivanov: first visit', legalCaseId, disabilityGroup: 'II' });
  ids.courtDecisionTotal = await admin.create('courtDecisionTotal', { name: 'October in Omsk', regionId: ids.region, awarded: money });
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});
afterEach(() => expect(pageErrors).toEqual([]));

type Person = 'lawyer' | 'lawyer2' | 'clerk';
const named = (text: string) => text[0]!.toUpperCase() + text.slice(1);

/** What one asks of an object that one has heard of: its records, by their secret, from their parent, in groups, in sums, by REST. */
const questions = (object: string, plural: string, secret: string, filter: string, group: string, parent: [plural: string, id: string], sum = 'totalCount') => [
  `{ ${plural} { edges { node { ${secret} } } } }`,
  `{ ${object}(filter: { id: { eq: "${ids[object]}" } }) { ${secret} } }`,
  `{ ${plural}(filter: { ${filter} }) { totalCount } }`,
  `{ ${parent[0]}(filter: { id: { eq: "${parent[1]}" } }) { edges { node { ${plural} { edges { node { id } } } } } } }`,
  `{ ${plural}GroupBy(groupBy: [${group}]) { groupByDimensionValues totalCount } }`,
  `{ ${plural} { ${sum} } }`,
];

const byRest = async (caller: Caller, plural: string): Promise<number> =>
  (await fetch(`${office.url}/rest/${plural}`, { headers: { authorization: `Bearer ${caller.token}` } })).status;

const BIG = 'amountMicros: { gt: 1000000000000 }';
type Named = {
  right: string;
  object: string;
  plural: string;
  /** Where the navigation leads to it, and what of it the page shows. */
  at: string | null;
  shows: string;
  has: Person;
  hasNot: Person;
  ask: () => string[];
};

const READING: Named[] = [
  {
    right: 'see the financial report', object: 'caseFinance', plural: 'caseFinances', at: 'Case finances', shows: 'Ivanov: finance', has: 'lawyer2', hasNot: 'lawyer',
    ask: () => questions('caseFinance', 'caseFinances', 'claimed { amountMicros }', `claimed: { ${BIG} }`, '{ claimed: { currencyCode: true } }', ['legalCases', ids.legalCase!], 'sumClaimedAmountMicros'),
  },
  {
    right: 'see court directions in events', object: 'courtFiling', plural: 'courtFilings', at: 'Court filings', shows: 'Ivanov: claim', has: 'lawyer', hasNot: 'clerk',
    ask: () => questions('courtFiling', 'courtFilings', 'courtCaseNumber', 'courtCaseNumber: { like: "2-%" }', '{ courtCaseNumber: true }', ['legalCases', ids.legalCase!]),
  },
  {
    right: 'see decision reports', object: 'courtDecisionTotal', plural: 'courtDecisionTotals', at: null, shows: 'October in Omsk', has: 'lawyer2', hasNot: 'lawyer',
    ask: () => questions('courtDecisionTotal', 'courtDecisionTotals', 'awarded { amountMicros }', `awarded: { ${BIG} }`, '{ region: { name: true } }', ['regions', ids.region!], 'sumAwardedAmountMicros'),
  },
  {
    right: 'see medical data', object: 'firstVisit', plural: 'firstVisits', at: 'First visits', shows: 'Ivanov: first visit', has: 'lawyer', hasNot: 'lawyer2',
    ask: () => questions('firstVisit', 'firstVisits', 'disabilityGroup', 'disabilityGroup: { eq: "II" }', '{ disabilityGroup: true }', ['legalCases', ids.legalCase!]),
  },
];

describe.each(READING)('the right to $right', ({ object, plural, at, shows, has, hasNot, ask }) => {
  it('answers whoever has it, however they ask', async () => {
    for (const query of ask()) {
      const answer = JSON.stringify(await office.people[has].query(query));
      expect([query, answer]).toEqual([query, expect.not.stringMatching(/:(null|0|\[\])[,}]/)]);
    }
    expect(await byRest(office.people[has], plural)).toBe(200);
  });

  it('refuses whoever has not, however they ask, and lets them change nothing', async () => {
    const person = office.people[hasNot];
    for (const query of ask()) await expect([query, await person.query(query).catch((error: Error) => error.message)]).toEqual([query, expect.stringMatching(/permission/)]);
    expect(await byRest(person, plural)).toBe(403);
    await expect(person.update(object, ids[object]!, { name: 'Mine' })).rejects.toThrow(/permission/);
    await expect(person.create(object, { name: 'Mine' })).rejects.toThrow(/permission/);
    const upsert = `mutation { create${named(plural)}(data: [{ id: "${ids[object]}" }], upsert: true) { id } }`;
    await expect(person.query(upsert)).rejects.toThrow(/permission/);
  });

  it('shows the page to the one and not to the other', async () => {
    const [entitled, other] = (await Promise.all([signIn(browser, office.url, has), signIn(browser, office.url, hasNot)])) as [Page, Page];
    if (at) {
      for (const page of [entitled, other]) {
        await folder(page, 'Case file').click();
        await place(page, 'Documents').waitFor();
      }
      await place(entitled, at).waitFor();
      expect(await place(other, at).count()).toBe(0);
    }
    await entitled.goto(`/objects/${plural}`);
    await rows(entitled).filter({ hasText: shows }).waitFor();
    await other.goto(`/objects/${plural}`);
    await other.getByText('There is no such page').waitFor();
    expect(await other.getByText(shows).count()).toBe(0);
  });
});

describe('the right to edit amounts in recoveries', () => {
  const amount = { amountMicros: 2_000_000, currencyCode: 'RUB' };

  it('lets the accountant write them, and the lawyer all but them', async () => {
    const { lawyer } = office.people;
    for (const field of ['claimed', 'awarded', 'collected']) {
      await accountant.update('recovery', ids.recovery!, { [field]: amount });
      await expect(lawyer.update('recovery', ids.recovery!, { [field]: amount })).rejects.toThrow(`no permission to write field "${field}" on "recovery"`);
      await expect(lawyer.create('recovery', { name: 'Another', [field]: amount })).rejects.toThrow(/permission/);
      const upsert = `mutation { createRecoveries(data: [{ id: "${ids.recovery}", ${field}: { amountMicros: 1, currencyCode: "RUB" } }], upsert: true) { id } }`;
      await expect(lawyer.query(upsert)).rejects.toThrow(/permission/);
    }
    await lawyer.update('recovery', ids.recovery!, { collectedAt: '2026-10-01' });
    const { recovery } = await lawyer.query(`{ recovery(filter: { id: { eq: "${ids.recovery}" } }) { collectedAt collected { amountMicros } } }`);
    expect(recovery).toEqual({ collectedAt: '2026-10-01', collected: { amountMicros: 2_000_000 } });
  });

  it('offers them for editing to the accountant alone', async () => {
    for (const [who, editable] of [['lawyer2', 1], ['lawyer', 0]] as const) {
      const page = await signIn(browser, office.url, who);
      await page.goto(`/object/recovery/${ids.recovery}`);
      await page.getByRole('button', { name: 'Collected on', exact: true }).first().waitFor();
      expect([who, await page.getByRole('button', { name: 'Claimed', exact: true }).count()]).toEqual([who, editable]);
    }
  });
});

it('shows nothing at all to whoever has not signed in', async () => {
  const page = await newPage(browser, office.url);
  await page.goto('/objects/caseFinances');
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
});
