/** One bucket for several processes, in a real Redis. */
import { Redis } from 'ioredis';
import { setTimeout as sleep } from 'node:timers/promises';
import { Budget, type Priority } from '../../workers/twenty/budget';
import { RedisBucket } from '../../workers/twenty/shared-bucket';
import { freePort, startRedis, type Process } from '../workers/office';

let server: Process;
let port: number;
let connections: Redis[] = [];
beforeAll(async () => {
  port = await freePort();
  server = await startRedis(port);
});
afterAll(() => server.end('SIGKILL'));
afterEach(async () => {
  await connections[0]?.flushall().catch(() => undefined);
  connections.forEach((redis) => redis.disconnect());
  connections = [];
});

const processOf = async (capacity: number): Promise<Budget> => {
  const redis = new Redis(port, { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: 1_000 });
  redis.on('error', () => undefined);
  connections.push(redis);
  await new Promise((resolve) => redis.once('ready', resolve));
  return new Budget(capacity, new RedisBucket(redis, 'test:budget'));
};

/** Takes one by one until nothing comes within a moment. */
const takeAll = async (budgets: Budget[], priority: Priority): Promise<number> => {
  let taken = 0;
  await Promise.all(budgets.map(async (budget) => {
    for (;;) {
      if (!(await Promise.race([budget.take(1, priority).then(() => true), sleep(600).then(() => false)]))) return;
      taken += 1;
    }
  }));
  return taken;
};

it('is spent once by all processes together, and what may wait leaves something to the letters', async () => {
  // So little a minute that next to nothing comes back during the test.
  const budgets = await Promise.all([processOf(20), processOf(20), processOf(20)]);
  expect(await takeAll(budgets, 'registers')).toBe(14);
  expect(budgets.some((budget) => budget.canSpare(1, 'registers'))).toBe(false);
  expect(await takeAll(budgets, 'reminders')).toBe(3);
  expect(await takeAll(budgets, 'letters')).toBe(3);
  expect(await budgets[0].operationsAMinute()).toBeGreaterThanOrEqual(20);
});

it('tells all processes when Twenty refuses, and when much is going on', async () => {
  const [one, other] = [await processOf(100), await processOf(100)];
  await other.take(1, 'letters');
  one.exhaust();
  one.spare(60_000);
  await one.operationsAMinute();
  await other.operationsAMinute();
  expect(other.available).toBeLessThan(5);
  expect(other.isSparing).toBe(true);
  expect([one.refused, other.refused]).toEqual([1, 0]);
});

it('survives that Redis is wiped, and goes on by its own copy while Redis is away', async () => {
  const budget = await processOf(60);
  await budget.take(50, 'letters');
  await connections[0].flushall();
  await budget.take(1, 'letters');
  expect(budget.available).toBeLessThanOrEqual(10);
  connections[0].disconnect();
  await budget.take(5, 'letters');
  expect(budget.available).toBeLessThanOrEqual(6);
  expect(budget.spent).toBe(56);
  expect(await budget.operationsAMinute()).toBeNaN();
});
