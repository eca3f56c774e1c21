import type { Browser, Page } from 'playwright-core';
import { v5 } from 'uuid';
import { CONSEQUENCES } from '../../plugin/roles/rights';
import { newPage, openBrowser, pageErrors, place, folder, signIn } from '../pages/browser';
import { eventually, TestOffice, type Caller, type Row } from '../workers/office';

/** What somebody with an account and a script would try: by the raw API, with their own rights, and then what the pages make of it. */

let office: TestOffice;
let browser: Browser;
let letter: Row;
beforeAll(async () => {
  [office, browser] = await Promise.all([TestOffice.open(), openBrowser()]);
  office.startWorkers();
  letter = await office.registered(office.people.clerk);
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});
afterEach(() => expect(pageErrors).toEqual([]));

const rest = async (caller: Caller, method: string, path: string, body?: object): Promise<number> =>
  (await fetch(`${office.url}/rest/${path}`, {
    method,
    headers: { authorization: `Bearer ${caller.token}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })).status;

const CLOSED = /permission/i;

describe('where a letter is and who did what to it', () => {
  /** A value that the field would take. */
  const valueOf = (field: string): Record<string, unknown> => {
    const me = office.people.lawyer.memberId;
    if (['holder', 'pendingMember', 'handedOverBy', 'actor', 'fromMember'].includes(field)) return { [`${field}Id`]: me };
    if (['holderDepartment', 'pendingDepartment', 'fromDepartment'].includes(field)) return { [`${field}Id`]: office.court };
    if (/At$|Since$/.test(field)) return { [field]: '2020-01-01T00:00:00.000Z' };
    if (/^status|Status$/.test(field)) return { [field]: 'DONE' };
    if (['step', 'heldMinutes', 'waitedMinutes'].includes(field)) return { [field]: 7 };
    return { [field]: { outcome: 'APPLIED', applied: { v: 1 } }[field] ?? 'IN-2020-000001' };
  };

  it('is nobody’s to write: not on creation, not later, not by an upsert, not by REST', async () => {
    const { lawyer, clerk } = office.people;
    const [row] = await office.rows(letter.id);
    for (const [object, many, id, path] of [
      ['correspondence', 'Correspondences', letter.id, 'correspondences'], ['correspondenceHistory', 'CorrespondenceHistories', row.id, 'correspondenceHistories'],
    ] as const) {
      const type = object[0]!.toUpperCase() + object.slice(1);
      for (const field of [...CONSEQUENCES[object]!, 'deletedAt']) {
        const data = valueOf(field);
        for (const person of [lawyer, clerk]) {
          await expect([field, await person.create(object, data).catch((error: Error) => error.message)]).toEqual([field, expect.stringMatching(CLOSED)]);
          await expect([field, await person.update(object, id, data).catch((error: Error) => error.message)]).toEqual([field, expect.stringMatching(CLOSED)]);
        }
        const upsert = lawyer.query(`mutation ($data: [${type}CreateInput!]!) { create${many}(data: $data, upsert: true) { id } }`, { data: [{ id, ...data }] });
        await expect(upsert).rejects.toThrow(CLOSED);
        const updateMany = lawyer.query(`mutation ($data: ${type}UpdateInput!) { update${many}(filter: { id: { eq: "${id}" } }, data: $data) { id } }`, { data });
        await expect(updateMany).rejects.toThrow(CLOSED);
        expect([field, await rest(lawyer, 'PATCH', `${path}/${id}`, data)]).toEqual([field, 403]);
      }
    }
  });

  it('is not deleted, destroyed or merged away, nor are reminders and reports of attempts', async () => {
    const { lawyer, head } = office.people;
    const [row] = await office.rows(letter.id);
    for (const [one, many, id] of [
      ['Correspondence', 'Correspondences', letter.id], ['CorrespondenceHistory', 'CorrespondenceHistories', row.id], ['Reminder', 'Reminders', row.id],
      ['CorrespondenceIncident', 'CorrespondenceIncidents', row.id],
    ]) {
      for (const person of [lawyer, head])
        for (const verb of ['delete', 'destroy']) {
          await expect(person.query(`mutation { ${verb}${one}(id: "${id}") { id } }`)).rejects.toThrow(CLOSED);
          await expect(person.query(`mutation { ${verb}${many}(filter: { id: { in: ["${id}"] } }) { id } }`)).rejects.toThrow(CLOSED);
        }
    }
    await expect(lawyer.query('{ correspondenceIncidents { totalCount } }')).rejects.toThrow(CLOSED);
    await expect(lawyer.create('reminder', { title: 'Mine' })).rejects.toThrow(CLOSED);
  });

  it('does not follow from a row in another’s name, nor from one that is written before its letter', async () => {
    const { lawyer, clerk } = office.people;
    const asClerk = { source: 'MANUAL', workspaceMemberId: clerk.memberId, name: 'Olga Sokolova' };
    const forged = await office.decided(await office.write(lawyer, 'HAND_OVER', letter.id, { toMemberId: lawyer.memberId, reason: 'Give it to me', createdBy: asClerk }));
    expect(forged).toMatchObject({ outcome: 'REFUSED', refusal: expect.stringMatching(/forged/) });
    expect(await office.letter(letter.id, () => true)).toMatchObject({ status: 'REGISTERED', holderId: clerk.memberId });

    // The id under which a letter's beginning would be written, if it followed from the letter's alone.
    const letterId = '0b7a4f0e-6a53-4c8b-9d1e-3f2a5b6c7d80';
    const rowId = v5(`register/${letterId}`, 'b1b0a0a6-55b6-5f0e-9a3f-3f1c52f5a7d1');
    const planted = await office.write(lawyer, 'COMPLETE', letter.id, { id: rowId });
    expect(await office.decided(planted)).toMatchObject({ id: rowId, action: 'COMPLETE', outcome: 'REFUSED' });
    await lawyer.create('correspondence', { id: letterId, subject: 'Planted', flow: 'INCOMING' });
    await office.letter(letterId, ({ status }) => status === 'REGISTERED');
    expect((await office.rows(letter.id)).find(({ id }) => id === rowId)).toMatchObject({ action: 'COMPLETE', outcome: 'REFUSED' });
    expect(await office.rows(letterId)).toMatchObject([{ action: 'REGISTER', outcome: 'APPLIED', actorId: lawyer.memberId }]);

    // What is there cannot be written over by creating it anew.
    const [begun] = await office.rows(letterId);
    await expect(lawyer.create('correspondenceHistory', { id: begun.id, action: 'FOUND' })).rejects.toThrow();
  });

  it('is put back, whichever way somebody changes it, and the head sees the attempt', async () => {
    const { lawyer, head, clerk } = office.people;
    const row = await office.move(clerk, 'HAND_OVER', letter.id, { toDepartmentId: office.court, reason: 'A claim' });
    const incidents = () => head.list('correspondenceIncidents', 'name memberId changes description', { historyId: { eq: row.id } });
    const isBack = (count: number) =>
      eventually('the row is put back', async () => {
        const now = (await office.rows(letter.id)).find(({ id }) => id === row.id);
        return now?.reason === 'A claim' && now.toDepartmentId === office.court && now.action === 'HAND_OVER' && now.updatedBy.workspaceMemberId === null && (await incidents()).length === count;
      });
    await lawyer.query('mutation ($data: CorrespondenceHistoryUpdateInput!) { updateCorrespondenceHistories(filter: { action: { eq: HAND_OVER } }, data: $data) { id } }', { data: { reason: 'x'.repeat(1_000_000) } });
    await isBack(1);
    expect(await rest(lawyer, 'PATCH', `correspondenceHistories/${row.id}`, { correspondenceId: null, action: 'RECALL' })).toBe(200);
    await isBack(2);
    expect((await incidents()).map(({ memberId }) => memberId)).toEqual([lawyer.memberId, lawyer.memberId]);
    expect(JSON.stringify(await incidents()).length).toBeLessThan(20_000);
    expect(await office.letter(letter.id, () => true)).toMatchObject({ status: 'HANDED_OVER', pendingDepartmentId: office.court, holderId: clerk.memberId });
  });
});

describe('what is another’s', () => {
  it('reminders are met by those whom they are for, and by heads', async () => {
    const { lawyer, lawyer2, head, clerk } = office.people;
    const all = await office.remindersOf(letter.id, [lawyer, lawyer2, head]);
    const others = all.filter(({ recipientId }) => recipientId !== lawyer.memberId);
    const mine = await lawyer.list('reminders', 'id recipientId');
    expect(mine.map(({ recipientId }) => recipientId)).toEqual([lawyer.memberId]);
    for (const { id } of others) {
      expect(await lawyer.list('reminders', 'title', { id: { eq: id } })).toEqual([]);
      await expect(lawyer.query(`{ reminder(filter: { id: { eq: "${id}" } }) { title } }`).then(({ reminder }) => reminder ?? Promise.reject(new Error('not found')))).rejects.toThrow(/not found/i);
      expect(await rest(lawyer, 'GET', `reminders/${id}`)).not.toBe(200);
    }
    const { correspondences, remindersGroupBy } = await lawyer.query(`{
      correspondences(filter: { id: { eq: "${letter.id}" } }) { edges { node { reminders { edges { node { id } } } } } }
      remindersGroupBy(groupBy: [{ recipientId: true }]) { totalCount }
    }`);
    expect(correspondences.edges[0].node.reminders.edges).toHaveLength(1);
    expect(remindersGroupBy).toEqual([{ totalCount: 1 }]);
    expect(await clerk.list('reminders', 'id')).toEqual([]);
    expect(await head.list('reminders', 'id')).toHaveLength(3);
  });

  it('settings of notification are neither read nor made in another’s name', async () => {
    const { lawyer, lawyer2 } = office.people;
    const id = await lawyer2.create('notificationSetting', { ownerId: lawyer2.memberId, feedKey: 'a'.repeat(64) });
    const { notificationSettings } = await lawyer.query('{ notificationSettings { totalCount edges { node { feedKey } } } }');
    expect(notificationSettings).toEqual({ totalCount: 0, edges: [] });
    await expect(lawyer.create('notificationSetting', { ownerId: lawyer2.memberId, channels: [] })).rejects.toThrow(/security constraints/);
    await expect(lawyer.update('notificationSetting', id, { channels: [] })).rejects.toThrow();
    await expect(lawyer.update('notificationSetting', id, { ownerId: lawyer.memberId })).rejects.toThrow();
  });
});

describe('hostile text', () => {
  const evil = `=HYPERLINK("http://evil","x")<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>\u202Efdp.exe\u2066${'😀'.repeat(200)}`;
  const huge = `${evil}${'Я'.repeat(500_000)}`;
  let hostile: string;

  it('as long as it may be holds up nobody, and goes no further than its letter', async () => {
    const { lawyer, lawyer2, head, clerk } = office.people;
    hostile = await clerk.create('correspondence', { subject: huge, flow: 'INCOMING' });
    await office.letter(hostile, ({ status }) => status === 'REGISTERED');
    const row = await office.move(clerk, 'HAND_OVER', hostile, { toDepartmentId: office.court, reason: `${evil}\n${huge}` });
    expect(row).toMatchObject({ outcome: 'APPLIED' });
    expect(JSON.stringify(row.applied).length).toBeLessThan(20_000);
    const reminders = await office.remindersOf(hostile, [lawyer, lawyer2, head]);
    const [task] = await office.tasks(hostile);
    for (const { title } of [...reminders, task]) {
      expect(title.length).toBeLessThan(800);
      expect(title).not.toMatch(/[\n\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])/);
    }
    const plain = await office.registered(clerk, { subject: 'An honest letter' });
    expect(plain.status).toBe('REGISTERED');
  });

  it('is shown as text on the desk and on the page of letters at risk, which stay in their frames', async () => {
    const page: Page = await signIn(browser, office.url, 'lawyer');
    const main = page.getByRole('main');
    const harmless = async () => {
      expect(await page.evaluate(() => (window as unknown as { pwned?: number }).pwned)).toBeUndefined();
      expect(await main.locator('img[src="x"], script').count()).toBe(0);
      expect(await main.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
    };
    await main.getByText(/=HYPERLINK/).first().waitFor();
    await harmless();
    await office.key.update('correspondence', hostile, { handedOverAt: new Date(Date.now() - 5 * 3_600_000).toISOString() });
    await folder(page, 'Control').click();
    await place(page, 'Letters at risk').click();
    await main.getByRole('row').filter({ hasText: '=HYPERLINK' }).getByText('Not accepted').waitFor();
    await harmless();
  });
});

it('tells whoever has not signed in, or whose token is another’s or old, nothing', async () => {
  const page = await newPage(browser, office.url);
  await page.goto('/');
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  const [header, payload] = office.people.lawyer.token.split('.') as [string, string];
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const admin = Buffer.from(JSON.stringify({ ...claims, workspaceMemberId: office.people.admin.memberId })).toString('base64url');
  const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
  for (const token of ['', 'x', `${header}.${admin}.${office.people.lawyer.token.split('.')[2]}`, `${none}.${admin}.`]) {
    const response = await fetch(`${office.url}/graphql`, {
      method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify({ query: '{ correspondences { totalCount } }' }),
    });
    expect(JSON.stringify(await response.json())).not.toContain('totalCount');
  }
});
