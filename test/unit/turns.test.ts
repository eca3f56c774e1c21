/** Two jobs of a queue at once, as two workers may take them in the moments after Redis was wiped. */
import { AsyncResource } from 'node:async_hooks';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { isStillHeld } from '../../workers/job-context';
import { Metrics } from '../../workers/metrics';
import { JobRunner } from '../../workers/processors';
import { WORKER_OPTIONS } from '../../workers/queues';
import { Turns } from '../../workers/turns';
import { Budget } from '../../workers/twenty/budget';
import { eventually, freePort, startRedis } from '../workers/office';

const PREFIX = 'test';

test('the job that began last may write, the one before it no more, and none once Redis was wiped', async () => {
  const port = await freePort();
  const server = await startRedis(port);
  const connection = new Redis(port, { maxRetriesPerRequest: null });
  const queue = new Queue('letters', { connection, prefix: PREFIX });
  const budget = new Budget(100);
  const isHeld = new Map<string, () => Promise<boolean>>();
  let end = (): void => undefined;
  const over = new Promise<void>((resolve) => (end = resolve));

  const workers = [1, 2].map(() => {
    const jobs = new JobRunner(budget, new Metrics({ budget, queues: [queue] }), new Turns(connection, PREFIX), pino({ level: 'silent' }));
    const work = (name: string) => async () => {
      isHeld.set(name, AsyncResource.bind(isStillHeld));
      await over;
      return {};
    };
    return new Worker('letters', (job, token) => jobs.run(job, token, work(job.name)), { ...WORKER_OPTIONS, connection, prefix: PREFIX });
  });
  const begin = async (name: string) => {
    await queue.add(name, {});
    await eventually(`${name} has begun`, () => isHeld.has(name));
  };
  try {
    await begin('first');
    expect(await isHeld.get('first')!()).toBe(true);
    await begin('second');
    expect(await isHeld.get('first')!()).toBe(false);
    expect(await isHeld.get('second')!()).toBe(true);
    await connection.flushall();
    expect(await isHeld.get('second')!()).toBe(false);
  } finally {
    end();
    await Promise.all(workers.map((worker) => worker.close(true)));
    await queue.close();
    connection.disconnect();
    await server.end('SIGKILL');
  }
});
