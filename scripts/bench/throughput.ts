import { randomUUID } from 'node:crypto';
import { Queue, Worker } from 'bullmq';
import { until } from '../processes';
import { note } from './figures';
import { createAll, departmentOf, office, person, workersFor } from './office';

/** Empty jobs a second that BullMQ does on this Redis, one at a time as the workers do theirs. */
const emptyJobs = async (redisUrl: string, count = 10_000): Promise<number> => {
  const { hostname: host, port } = new URL(redisUrl);
  const connection = { host, port: Number(port), maxRetriesPerRequest: null };
  const queue = new Queue('bench-empty', { connection });
  await queue.addBulk(Array.from({ length: count }, () => ({ name: 'empty', data: {}, opts: { removeOnComplete: true } })));
  const began = Date.now();
  let done = 0;
  const worker = new Worker('bench-empty', async () => void (done += 1), { connection });
  await until('the empty jobs', async () => done === count);
  const elapsed = (Date.now() - began) / 1_000;
  await Promise.all([worker.close(), queue.close()]);
  return count / elapsed;
};

/** How many letters a second the workers move when Twenty allows as many operations as they want. */
export const throughput = (count = 2_000) =>
  office(
    async (context) => {
      const clerk = await person(context.sandbox.url, 'clerk@demo.legal');
      const department = await departmentOf(context, ['lawyer', 'lawyer2', 'head']);
      const ids = Array.from({ length: count }, () => randomUUID());
      const now = new Date().toISOString();
      await createAll(context.admin, 'Correspondences', 'Correspondence', ids.map((id, index) => ({
        id, subject: `Letter ${index}`, flow: 'INCOMING', number: `IN-2026-${String(index + 1).padStart(6, '0')}`, status: 'REGISTERED', step: 1, holderId: context.members.clerk, heldSince: now,
      })));
      await createAll(clerk, 'CorrespondenceHistories', 'CorrespondenceHistory', ids.map((correspondenceId) => ({ correspondenceId, action: 'HAND_OVER', toDepartmentId: department, reason: 'Bench' })));
      const workers = workersFor(context, { API_OPERATIONS_A_MINUTE: '1000000' });
      await until('the workers', async () => workers.output().includes('workers started'));
      const began = Date.now();
      await until('every letter handed over', async () => {
        const { correspondences } = await context.admin<{ correspondences: { totalCount: number } }>('{ correspondences(filter: { status: { eq: HANDED_OVER } }) { totalCount } }');
        return correspondences.totalCount === count;
      }, 240);
      const aSecond = (count / (Date.now() - began)) * 1_000;
      await workers.stop();
      note('letters: moved a second, the limit lifted', aSecond.toFixed(0), `empty jobs of BullMQ on the same Redis, a second: ${(await emptyJobs(context.redisUrl)).toFixed(0)}`, '—');
    },
    { API_RATE_LIMITING_LONG_LIMIT: '0' },
  );
