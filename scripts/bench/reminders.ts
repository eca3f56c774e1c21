import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../processes';
import { note, percentile, seconds } from './figures';
import { createAll, departmentOf, office, operationsIn, workersFor, type Ask } from './office';
import { throughput } from './throughput';

const MINUTE = 60_000;

/** What each firing that the workers speak of did: reminders fired, operations spent. */
const firingsIn = (log: string): [number, number][] =>
  log
    .split('\n')
    .filter((line) => line.includes('"job":"fire"') && line.includes('"msg":"job done"'))
    .map((line) => JSON.parse(line) as { fired?: number; spent: number })
    .map(({ fired = 0, spent }) => [fired, spent]);

/** A thousand reminders due at once. */
const atOnce = (count = 1000, perLetter = 4) =>
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

type Firing = { id: string; sentCount: number; updatedAt: string };

/** However many; a page is asked for by what the last one ended with. */
const fired = async (ask: Ask): Promise<Firing[]> => {
  const found: Firing[] = [];
  for (;;) {
    const after = found.at(-1)?.id ?? '00000000-0000-0000-0000-000000000000';
    const { reminders: page } = await ask<{ reminders: { edges: { node: Firing }[] } }>(
      'query ($after: UUID!) { reminders(first: 5000, orderBy: [{ id: AscNullsFirst }], filter: { and: [{ sentCount: { gte: 1 } }, { id: { gt: $after } }] }) { edges { node { id sentCount updatedAt } } } }',
      { after },
    );
    found.push(...page.edges.map(({ node }) => node));
    if (page.edges.length < 5_000) return found;
  }
};

/** Many open hand-overs at the usual rhythm, their moments spread over it as a day's hand-overs are. */
const atRhythm = (letters = 10_000, perLetter = 3, minutes = Number(process.env.BENCH_MINUTES ?? 5)) =>
  office(async (context) => {
    const people = ['clerk', 'lawyer', 'lawyer2', 'head'].slice(0, perLetter);
    const department = await departmentOf(context, people);
    const interval = 30 * MINUTE;
    // The first falls due when all is laid out and the workers are there.
    const first = Date.now() + 6 * MINUTE;
    const open = Array.from({ length: letters }, (_, index) => ({ id: randomUUID(), startedAt: new Date(Math.round(first - interval + (interval * index) / letters)).toISOString() }));
    await createAll(context.admin, 'Correspondences', 'Correspondence', open.map(({ id, startedAt }, index) => ({
      id, subject: `Letter ${index}`, flow: 'INCOMING', number: `IN-2026-${String(index + 1).padStart(6, '0')}`, status: 'HANDED_OVER', step: 2, holderId: context.members.clerk,
      heldSince: startedAt, handedOverById: context.members.clerk, handedOverAt: startedAt, pendingDepartmentId: department, resumeStatus: 'REGISTERED',
    })));
    const due = new Map<string, number>();
    await createAll(context.admin, 'Reminders', 'Reminder', open.flatMap(({ id: correspondenceId, startedAt }) =>
      people.map((person) => {
        const [id, nextAt] = [randomUUID(), Date.parse(startedAt) + interval];
        due.set(id, nextAt);
        return { id, title: 'Accept', kind: 'CORRESPONDENCE', correspondenceId, recipientId: context.members[person], startedAt, nextAt: new Date(nextAt).toISOString(), sentCount: 0, isEscalation: false };
      }),
    ));
    if (Date.now() > first - MINUTE) throw new Error('Laying out the hand-overs took longer than the time left for it: use a quieter machine');
    const workers = workersFor(context);
    await sleep(first - Date.now());
    const before = operationsIn(workers.output());
    const until = first + minutes * MINUTE;
    await sleep(until - Date.now());
    const spent = operationsIn(workers.output()) - before;
    // What fell due in the last minute has its minute still.
    await sleep(MINUTE);
    const all = await fired(context.admin);
    const missing = [...due].filter(([id, at]) => at < until && !all.some((firing) => firing.id === id)).length;
    const late = all.map(({ id, updatedAt }) => Date.parse(updatedAt) - due.get(id)!);
    await workers.stop();
    note(`reminders: ${letters} open hand-overs with ${letters * perLetter} recipients every 30 minutes, ${all.length} fired in ${minutes} minutes, operations a minute`, (spent / minutes).toFixed(1), 'Twenty allows 100', '100');
    note('reminders: same, lateness, worst', seconds(Math.max(...late)), `median ${seconds(percentile(late, 0.5))}, 99th percentile ${seconds(percentile(late, 0.99))}`, '60 s');
    note('reminders: same, not fired within a minute, or fired twice', String(missing + all.filter(({ sentCount }) => sentCount > 1).length), `${[...due.values()].filter((at) => at < until).length} were due`, '0');
  });

export const reminders = async (): Promise<void> => {
  await atOnce();
  await throughput();
  await atRhythm();
};
