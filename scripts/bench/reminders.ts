import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../processes';
import { note, percentile, seconds } from './figures';
import { createAll, departmentOf, office, workersFor } from './office';

const MINUTE = 60_000;

/** What each firing that the workers speak of did: reminders fired, operations spent. */
const firingsIn = (log: string): [number, number][] =>
  log
    .split('\n')
    .filter((line) => line.includes('"job":"fire"') && line.includes('"msg":"job done"'))
    .map((line) => JSON.parse(line) as { fired?: number; spent: number })
    .map(({ fired = 0, spent }) => [fired, spent]);

/** A thousand reminders due at once. */
export const reminders = (count = 1000, perLetter = 4) =>
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
