/**
 * `npm run bench [letters|reminders|desk|bundles …]`: figures, each beside its reference from the same run. All against real
 * programs: the sandbox at Twenty's default limits, Redis, the workers, headless Chromium.
 */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { buildApp } from './app';
import { startRedis, startSandbox, startWorkers, until, type Sandbox } from './processes';
// @ts-expect-error plain Node, since it also runs before any package is there
import { ensureChromium, ensureRedis } from './setup.mjs';

const PASSWORD = 'demo';
const MINUTE = 60_000;

type Figure = { figure: string; measured: string; reference: string; goal: string };
const figures: Figure[] = [];
const note = (figure: string, measured: string, reference: string, goal: string) => {
  figures.push({ figure, measured, reference, goal });
  console.log(`${figure}: ${measured} (reference: ${reference}; goal: ${goal})`);
};

const percentile = (values: number[], share: number) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;
const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;

type Ask = <T>(query: string, variables?: object) => Promise<T>;

const asker =
  (url: string, token: string): Ask =>
  async <T>(query: string, variables: object = {}) => {
    const path = /getLoginToken|getAuthTokens/.test(query) ? '/metadata' : '/graphql';
    const answer = await fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await answer.json()) as { data: T; errors?: { message: string }[] };
    if (errors) throw new Error(errors[0]!.message);
    return data;
  };

/** A person of the demo office; their requests are not throttled, as Twenty throttles keys only. */
const signIn = async ({ url }: Sandbox, email: string): Promise<Ask> => {
  const stranger = asker(url, '');
  const login = await stranger<{ getLoginTokenFromCredentials: { loginToken: { token: string } } }>(
    'mutation ($email: String!, $password: String!, $origin: String!) { getLoginTokenFromCredentials(email: $email, password: $password, origin: $origin) { loginToken { token } } }',
    { email, password: PASSWORD, origin: url },
  );
  const { getAuthTokensFromLoginToken } = await stranger<{ getAuthTokensFromLoginToken: { tokens: { accessOrWorkspaceAgnosticToken: { token: string } } } }>(
    'mutation ($token: String!, $origin: String!) { getAuthTokensFromLoginToken(loginToken: $token, origin: $origin) { tokens { accessOrWorkspaceAgnosticToken { token } } } }',
    { token: login.getLoginTokenFromCredentials.loginToken.token, origin: url },
  );
  return asker(url, getAuthTokensFromLoginToken.tokens.accessOrWorkspaceAgnosticToken.token);
};

const createAll = async (ask: Ask, plural: string, type: string, data: object[]) => {
  for (let from = 0; from < data.length; from += 200) {
    await ask(`mutation ($data: [${type}CreateInput!]!) { create${plural}(data: $data) { id } }`, { data: data.slice(from, from + 200) });
  }
};

type Members = Record<string, string>;
const membersOf = async (ask: Ask): Promise<Members> => {
  const { workspaceMembers } = await ask<{ workspaceMembers: { edges: { node: { id: string; userEmail: string } }[] } }>(
    '{ workspaceMembers(first: 100) { edges { node { id userEmail } } } }',
  );
  return Object.fromEntries(workspaceMembers.edges.map(({ node }) => [node.userEmail.split('@')[0]!, node.id]));
};

/** How many operations the workers say they have spent; they say so at each look that did something. */
const operationsIn = (log: string): number => Number([...log.matchAll(/"operations":(\d+)/g)].at(-1)?.[1] ?? 0);

/** What each firing that the workers speak of did: reminders fired, operations spent. */
const firingsIn = (log: string): [number, number][] =>
  log
    .split('\n')
    .filter((line) => line.includes('"job":"fire"') && line.includes('"msg":"job done"'))
    .map((line) => JSON.parse(line) as { fired?: number; spent: number })
    .map(({ fired = 0, spent }) => [fired, spent]);

const office = async <T>(work: (context: { sandbox: Sandbox; redisUrl: string; admin: Ask; members: Members }) => Promise<T>): Promise<T> => {
  ensureRedis();
  const [redis, sandbox] = await Promise.all([startRedis(), startSandbox({ args: ['--empty'] })]);
  try {
    const admin = await signIn(sandbox, 'admin@demo.legal');
    return await work({ sandbox, redisUrl: redis.url, admin, members: await membersOf(admin) });
  } finally {
    await Promise.all([sandbox.stop(), redis.stop()]);
  }
};

const workersFor = ({ sandbox, redisUrl }: { sandbox: Sandbox; redisUrl: string }, settings: Record<string, string> = {}) =>
  startWorkers({ TWENTY_API_URL: sandbox.url, TWENTY_API_KEY: sandbox.apiKey, REDIS_URL: redisUrl, LOG_LEVEL: 'debug', ...settings });

/** A department of these demo people. @returns its id */
const departmentOf = async ({ admin, members }: { admin: Ask; members: Members }, people: string[]): Promise<string> => {
  const id = randomUUID();
  await createAll(admin, 'Departments', 'Department', [{ id, name: 'Claims', headId: members.head }]);
  await createAll(admin, 'DepartmentMembers', 'DepartmentMember', people.map((person) => ({ name: person, departmentId: id, memberId: members[person] })));
  return id;
};

const WRITE_ROW = 'mutation ($data: CorrespondenceHistoryCreateInput!) { createCorrespondenceHistory(data: $data) { id } }';
const READ_ROW = 'query ($id: UUID!) { correspondenceHistory(filter: { id: { eq: $id } }) { outcome } }';

/** From the writing of a history row to the applied state, with 50 letters moving a minute. */
const letters = (minutes = Number(process.env.BENCH_MINUTES ?? 3), aMinute = 50) =>
  office(async (context) => {
    const clerk = await signIn(context.sandbox, 'clerk@demo.legal');
    const department = await departmentOf(context, ['lawyer', 'lawyer2', 'head']);
    const ids = Array.from({ length: aMinute }, () => randomUUID());
    await createAll(clerk, 'Correspondences', 'Correspondence', ids.map((id, index) => ({ id, subject: `Letter ${index}`, flow: 'INCOMING' })));
    const workers = workersFor(context);
    await until('registration', async () => {
      const { correspondences } = await clerk<{ correspondences: { totalCount: number } }>('{ correspondences(filter: { status: { eq: REGISTERED } }) { totalCount } }');
      return correspondences.totalCount === aMinute;
    }, 180);
    await sleep(MINUTE / 2);

    const trips: number[] = [];
    const waits: number[] = [];
    const before = operationsIn(workers.output());
    const began = Date.now();
    const pending: Promise<void>[] = [];
    for (let move = 0; move < minutes * aMinute; move += 1) {
      const action = Math.floor(move / aMinute) % 2 === 0 ? 'HAND_OVER' : 'RECALL';
      const id = randomUUID();
      const written = Date.now();
      await clerk(WRITE_ROW, { data: { id, correspondenceId: ids[move % aMinute], action, ...(action === 'HAND_OVER' ? { toDepartmentId: department, reason: 'Bench' } : {}) } });
      trips.push(Date.now() - written);
      pending.push(
        until('the applied row', async () => {
          const { correspondenceHistory: row } = await clerk<{ correspondenceHistory: { outcome: string } }>(READ_ROW, { id });
          if (row.outcome === 'REFUSED') throw process.exit(console.error('a row of the bench was refused') ?? 1);
          return row.outcome === 'APPLIED';
        }).then(() => void waits.push(Date.now() - written)),
      );
      const next = began + ((move + 1) * MINUTE) / aMinute;
      await sleep(Math.max(0, next - Date.now()));
    }
    await Promise.all(pending);
    const spent = operationsIn(workers.output()) - before;
    const elapsed = (Date.now() - began) / MINUTE;
    const trip = percentile(trips, 0.95);
    note(`letters: row written to applied, ${waits.length} moves at ${aMinute} a minute, p95`, seconds(percentile(waits, 0.95)), `writing the row alone, p95 ${seconds(trip)}`, '3 s');
    note('letters: same, median', seconds(percentile(waits, 0.5)), `writing the row alone, median ${seconds(percentile(trips, 0.5))}`, '—');
    note('letters: operations a minute', (spent / elapsed).toFixed(1), 'Twenty allows 100', '100');
    await workers.stop();
  });

/** A thousand reminders due at once. */
const reminders = (count = 1000, perLetter = 4) =>
  office(async (context) => {
    const department = await departmentOf(context, ['clerk', 'lawyer', 'lawyer2', 'head'].slice(0, perLetter));
    // The letters are handed over by the workers themselves, so that every reminder and task is theirs.
    const interval = 3;
    const ids = Array.from({ length: count / perLetter }, () => randomUUID());
    await createAll(context.admin, 'Correspondences', 'Correspondence', ids.map((id, index) => ({ id, subject: `Letter ${index}`, flow: 'INCOMING' })));
    const workers = workersFor(context, { REMINDER_INTERVAL_MINUTES: String(interval) });
    await until('registration', async () => {
      const { correspondences } = await context.admin<{ correspondences: { totalCount: number } }>('{ correspondences(filter: { status: { eq: REGISTERED } }) { totalCount } }');
      return correspondences.totalCount === ids.length;
    }, 240);
    await createAll(context.admin, 'CorrespondenceHistories', 'CorrespondenceHistory',
      ids.map((correspondenceId) => ({ correspondenceId, action: 'HAND_OVER', toDepartmentId: department, reason: 'Bench' })));
    await until('the reminders', async () => {
      const { reminders: all } = await context.admin<{ reminders: { totalCount: number } }>('{ reminders { totalCount } }');
      return all.totalCount === count;
    }, 240);
    const { reminders: first } = await context.admin<{ reminders: { edges: { node: { nextAt: string } }[] } }>('{ reminders(first: 1, orderBy: [{ nextAt: DescNullsLast }]) { edges { node { nextAt } } } }');
    const due = Date.parse(first.edges[0]!.node.nextAt);
    await sleep(Math.max(0, due - Date.now() - 1000));
    await until('every reminder fired', async () => {
      const { reminders: fired } = await context.admin<{ reminders: { totalCount: number } }>('{ reminders(filter: { sentCount: { gte: 1 } }) { totalCount } }');
      return fired.totalCount === count;
    }, 240);
    const { reminders: all } = await context.admin<{ reminders: { edges: { node: { lastAt: string; startedAt: string; sentCount: number } }[] } }>(`{ reminders(first: ${count}) { edges { node { lastAt startedAt sentCount } } } }`);
    const late = all.edges.map(({ node }) => Date.parse(node.lastAt) - Date.parse(node.startedAt) - interval * MINUTE * node.sentCount);
    await until('the end of the job', async () => firingsIn(workers.output()).some(([fired]) => fired > 0));
    const firings = firingsIn(workers.output()).filter(([fired]) => fired > 0);
    const spent = firings.reduce((sum, [, each]) => sum + each, 0);
    note(`reminders: operations to fire ${count} due at once`, String(spent), `${Math.ceil(count / 200)} at 200 records an operation`, '10');
    note('reminders: lateness, worst', seconds(Math.max(...late)), `median ${seconds(percentile(late, 0.5))}, 99th percentile ${seconds(percentile(late, 0.99))}`, '60 s');
    await workers.stop();
  });

/** My desk with 500 open letters, from opening the page to its data. */
const desk = (count = 500) =>
  office(async ({ sandbox, admin, members }) => {
    ensureChromium();
    const lawyer = await signIn(sandbox, 'lawyer@demo.legal');
    const now = new Date().toISOString();
    await createAll(admin, 'Correspondences', 'Correspondence', Array.from({ length: count }, (_, index) => ({
      id: randomUUID(), subject: `Letter ${index}`, flow: 'INCOMING', number: `IN-2026-${String(index + 1).padStart(6, '0')}`, step: 2,
      ...(index % 2 === 0
        ? { status: 'IN_WORK', holderId: members.lawyer, heldSince: now }
        : { status: 'HANDED_OVER', holderId: members.clerk, pendingMemberId: members.lawyer, handedOverAt: now, handedOverById: members.clerk, resumeStatus: 'REGISTERED' }),
    })));
    const raw: number[] = [];
    for (let run = 0; run < 5; run += 1) {
      const began = Date.now();
      await lawyer(`{ correspondences(first: ${count}, filter: { or: [{ holderId: { eq: "${members.lawyer}" } }, { pendingMemberId: { eq: "${members.lawyer}" } }] }) { edges { node { id number subject status holderId pendingMemberId handedOverAt heldSince } } } }`);
      raw.push(Date.now() - began);
    }
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(sandbox.url);
    await page.getByText('Ivan Petrov').click();
    await page.getByText('My desk').first().waitFor();
    const opened: number[] = [];
    for (let run = 0; run < 5; run += 1) {
      await page.getByText('Letters', { exact: true }).first().click();
      await page.waitForTimeout(500);
      const began = Date.now();
      await page.getByText('My desk', { exact: true }).first().click();
      await page.getByText(/Letter \d+/).first().waitFor();
      opened.push(Date.now() - began);
    }
    await browser.close();
    note(`desk: My desk with ${count} open letters, from opening to data, median of 5`, seconds(percentile(opened, 0.5)), `its letters by the API alone, median ${seconds(percentile(raw, 0.5))}`, '1.5 s');
  });

/** The size of each front component as the SDK bundles it. */
const bundles = async () => {
  const front = join(await buildApp('twenty-sdk'), 'front');
  const sizes = readdirSync(front, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.mjs'))
    .map((entry) => ({ name: entry.name.replace('.front-component.mjs', ''), bytes: gzipSync(readFileSync(join(entry.parentPath, entry.name))).length }))
    .sort((a, b) => b.bytes - a.bytes);
  for (const { name, bytes } of sizes) note(`bundles: ${name}`, `${(bytes / 1024).toFixed(1)} KB gzip`, `smallest of ours ${(sizes.at(-1)!.bytes / 1024).toFixed(1)} KB`, '150 KB');
};

const BENCHES: Record<string, () => Promise<unknown>> = { bundles, desk: () => desk(), letters: () => letters(), reminders: () => reminders() };
const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`No bench is called ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}`);
  process.exit(1);
}
for (const name of chosen.length > 0 ? chosen : Object.keys(BENCHES)) await BENCHES[name]!();
console.log();
console.table(figures);
process.exit(0);
