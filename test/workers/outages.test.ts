import { Redis } from 'ioredis';
import { API_KEY, eventually, pause, startRedis, TestOffice } from './office';

let office: TestOffice;
beforeAll(async () => {
  office = await TestOffice.open();
});
afterAll(() => office?.close());

it('loses and doubles nothing when killed in the middle, again and again', async () => {
  const { clerk, lawyer, lawyer2 } = office.people;
  const ids = await Promise.all(
    Array.from({ length: 12 }, (_, index) => clerk.create('correspondence', { subject: `Letter ${index}`, flow: 'INCOMING' })),
  );
  for (const id of ids) {
    await office.write(clerk, 'HAND_OVER', id, { toDepartmentId: office.court, reason: 'Take it' });
    await office.write(lawyer, 'ACCEPT', id);
    await office.write(lawyer, 'HAND_OVER', id, { toMemberId: lawyer2.memberId, reason: 'Better you' });
  }
  // The first writes come within the first looks: killed at several points of them.
  for (const afterMs of [0, 60, 150]) {
    const workers = office.startWorkers();
    await eventually('the first write', () => /row written|reminders begin|workers started/.test(workers.output()));
    await pause(afterMs);
    await workers.end('SIGKILL');
  }
  office.startWorkers();
  office.startWorkers();
  const letters = await Promise.all(ids.map((id) => office.letter(id, ({ step }) => step === 4)));
  expect(new Set(letters.map(({ number }) => number)).size).toBe(ids.length);
  for (const letter of letters) {
    expect(letter).toMatchObject({ status: 'HANDED_OVER', holderId: lawyer.memberId, pendingMemberId: lawyer2.memberId });
    await office.remindersOf(letter.id, [lawyer2]);
    const rows = await office.rows(letter.id);
    expect(rows.map(({ action, outcome }) => `${action} ${outcome}`).sort()).toEqual(['ACCEPT APPLIED', 'HAND_OVER APPLIED', 'HAND_OVER APPLIED', 'REGISTER APPLIED']);
    expect((await office.tasks(letter.id)).filter(({ status }) => status === 'TODO')).toHaveLength(1);
  }
});

it('goes on after Redis is wiped, and after Redis was away', async () => {
  const { clerk } = office.people;
  const redis = new Redis(office.redisPort, { lazyConnect: false, maxRetriesPerRequest: null });
  redis.on('error', () => undefined);
  await redis.flushall();
  await office.registered(clerk, { subject: 'After the wipe' });

  await office.redis.end('SIGKILL');
  const workers = office.workers.at(-1)!;
  await eventually('the workers say so', () => workers.output().includes(`Redis at 127.0.0.1:${office.redisPort}: `));
  office.redis = await startRedis(office.redisPort);
  await office.registered(clerk, { subject: 'After the outage' });
  expect(workers.output()).toContain(`Redis at 127.0.0.1:${office.redisPort} is back`);
  expect(workers.errors()).toBe('');
  redis.disconnect();
});

it('waits for Twenty and goes on when it is back', async () => {
  const { clerk, lawyer } = office.people;
  const letter = await office.registered(clerk);
  const said = () => office.workers.at(-1)!.output().split(`Twenty at ${office.url}: unreachable; waiting`).length - 1;
  await office.sandbox.end();
  await eventually('the workers say so', () => said() > 0);
  await pause(6_000);
  expect(said()).toBe(1);
  await office.restartSandbox();
  const row = await office.move(clerk, 'HAND_OVER', letter.id, { toMemberId: lawyer.memberId, reason: 'After the outage' });
  expect(row.outcome).toBe('APPLIED');
  await office.remindersOf(letter.id, [lawyer]);
});

it('is asked at its own address, shows no secret in its log, and ends in order', async () => {
  const secrets = { METRICS_TOKEN: 'metrics-token-of-16', BOARD_PASSWORD: 'password-of-the-board', TWENTY_WEBHOOK_SECRET: 'secret-of-the-hook' };
  const workers = office.startWorkers({ ...secrets, LOG_LEVEL: 'trace' });
  const url = await eventually('the address', () => /http:\/\/127\.0\.0\.1:\d+/.exec(workers.output())?.[0]);
  await eventually('it is ready', async () => (await fetch(`${url}/readyz`)).ok);
  const get = (path: string, authorization: string) => fetch(`${url}${path}`, { headers: { authorization } });
  const figures = async () => (await get('/metrics', `Bearer ${secrets.METRICS_TOKEN}`)).text();
  await eventually('operations of the last minute', async () => /legal_desk_api_operations_last_minute [1-9]/.test(await figures()));
  expect(await figures()).toMatch(/legal_desk_queue_jobs\{queue="letters",state="failed"\} 0/);
  expect(await (await get('/board/', `Basic ${btoa(`admin:${secrets.BOARD_PASSWORD}`)}`)).text()).toContain('Legal Desk');
  expect((await fetch(`${url}/calendar/${'a'.repeat(96)}.ics`)).status).toBe(404);

  expect(await workers.end()).toBe(0);
  expect(workers.output()).toContain('workers stopped');
  const log = office.workers.map(({ output, errors }) => output() + errors()).join('');
  for (const secret of [API_KEY, ...Object.values(secrets), 'a'.repeat(96)]) expect(log).not.toContain(secret);
});

it('ends at once with one line when Twenty does not accept the key', async () => {
  const workers = office.startWorkers({ TWENTY_API_KEY: 'wrong' });
  expect(await workers.exited).toBe(1);
  expect(workers.errors()).toMatch(/^TWENTY_API_KEY: .*\n$/);
});
