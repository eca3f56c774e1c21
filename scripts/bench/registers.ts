import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { run, startRedis, until } from '../processes';
import { note } from './figures';
import { ensureFirm, SIZE, tablesOf } from './firm';
import { createAll, office, operationsIn, workersFor } from './office';
import { openPlace } from './place';

const MINUTE = 60_000;
const ALLOWED = 100;

/** How many operations the workers say that the registers took. */
const registersIn = (log: string): number => Number([...log.matchAll(/"ofThemRegisters":(\d+)/g)].at(-1)?.[1] ?? 0);

/** What keeping the registers takes while amounts and events change. */
export const registers = (minutes = Number(process.env.BENCH_MINUTES ?? 3), aMinute = 50) =>
  office(async (context) => {
    const { admin } = context;
    const cases = Array.from({ length: aMinute }, () => ({ id: randomUUID(), decision: randomUUID(), line: randomUUID() }));
    const rub = (amount: number) => ({ amountMicros: amount * 1e6, currencyCode: 'RUB' });
    await createAll(admin, 'LegalCases', 'LegalCase', cases.map(({ id }, index) => ({ id, title: `Case ${index}` })));
    await createAll(admin, 'CourtDecisions', 'CourtDecision', cases.map(({ id, decision }) => ({ id: decision, legalCaseId: id, decidedAt: '2026-03-02', outcome: 'GRANTED', instance: 'FIRST' })));
    await createAll(admin, 'Recoveries', 'Recovery', cases.map(({ id, decision, line }) => ({ id: line, legalCaseId: id, courtDecisionId: decision, claimed: rub(1000), awarded: rub(100) })));
    const workers = workersFor(context);
    await until('the registers', async () => {
      const { caseControls } = await admin<{ caseControls: { totalCount: number } }>('{ caseControls { totalCount } }');
      return caseControls.totalCount === cases.length;
    }, 240);
    await sleep(MINUTE / 2);
    const [all, ofThem] = [operationsIn(workers.output()), registersIn(workers.output())];
    const began = Date.now();
    for (let change = 0; change < minutes * aMinute; change += 1) {
      const { id, line } = cases[change % aMinute]!;
      if (change % 2 === 0) await admin('mutation ($id: UUID!, $data: RecoveryUpdateInput!) { updateRecovery(id: $id, data: $data) { id } }', { id: line, data: { awarded: rub(200 + change) } });
      else await createAll(admin, 'CaseEvents', 'CaseEvent', [{ title: 'Inquiry', legalCaseId: id, eventGroup: 'EVIDENCE', completion: 'COMPLETED', startedAt: '2026-03-02T09:00:00Z', completedAt: '2026-03-09T09:00:00Z' }]);
      await sleep(Math.max(0, began + ((change + 1) * MINUTE) / aMinute - Date.now()));
    }
    const elapsed = (Date.now() - began) / MINUTE;
    const spent = (operationsIn(workers.output()) - all) / elapsed;
    const spentOnRegisters = (registersIn(workers.output()) - ofThem) / elapsed;
    note(`registers: operations a minute for them, ${aMinute} changes a minute`, spentOnRegisters.toFixed(1), `all that the workers do ${spent.toFixed(1)}; Twenty allows ${ALLOWED}`, '20');
    await workers.stop();
  });

/** The rebuild of the registers over the generated firm: what it has done in some minutes says what the whole takes. */
export const rebuild = async (minutes = Number(process.env.BENCH_MINUTES ?? 3)): Promise<void> => {
  const place = await openPlace();
  const redis = await startRedis();
  try {
    if (!place.apiKey) throw new Error('TWENTY_API_KEY: set it to an API key with the Admin role on TWENTY_API_URL');
    const client = new pg.Client({ connectionString: place.databaseUrl });
    await client.connect();
    await ensureFirm(client, await tablesOf(client), (line) => console.log(line)).finally(() => client.end());
    const env = { TWENTY_API_URL: place.url, TWENTY_API_KEY: place.apiKey, REDIS_URL: redis.url };
    const program = run(process.execPath, ['--import', 'tsx', 'workers/main.ts', 'rebuild'], { env });
    const until = Date.now() + minutes * MINUTE;
    while (program.child.exitCode === null && Date.now() < until) await sleep(1_000);
    const isWhole = program.child.exitCode === 0;
    await program.stop();
    const [, done, operations] = [...program.output().matchAll(/(\d+)\/\d+ cases, (\d+) operations/g)].at(-1) ?? [];
    const total = Number(/(\d+) operations in/.exec(program.output())?.[1] ?? 0);
    if (!isWhole && !Number(done)) throw new Error(`The rebuild came to nothing in ${minutes} minutes:\n${program.output().slice(-2_000)}`);
    const whole = isWhole ? total : (Number(operations) / Number(done)) * SIZE.cases;
    note(
      `registers: operations to rebuild them from ${SIZE.cases} cases`,
      `${Math.round(whole)}, ${isWhole ? 'measured on the whole' : `by the first ${done} cases, which took ${operations}`}`,
      `${Math.round(whole / ALLOWED)} minutes at ${ALLOWED} a minute`,
      '—',
    );
  } finally {
    await Promise.all([place.stop(), redis.stop()]);
  }
};
