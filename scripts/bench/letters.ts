import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../processes';
import { note, percentile, seconds } from './figures';
import { createAll, departmentOf, office, operationsIn, person, workersFor } from './office';

const MINUTE = 60_000;
const WRITE_ROW = 'mutation ($data: CorrespondenceHistoryCreateInput!) { createCorrespondenceHistory(data: $data) { id } }';
const READ_ROW = 'query ($id: UUID!) { correspondenceHistory(filter: { id: { eq: $id } }) { outcome } }';

/** From the writing of a history row to the applied state, with 50 letters moving a minute. */
export const letters = (minutes = Number(process.env.BENCH_MINUTES ?? 3), aMinute = 50) =>
  office(async (context) => {
    const clerk = await person(context.sandbox.url, 'clerk@demo.legal');
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
