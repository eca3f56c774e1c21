/** `npm run workers -- rebuild`: the registers made from the facts, whatever was in them. */
import { randomUUID } from 'node:crypto';
import { Queue } from 'bullmq';
import { Presets, SingleBar } from 'cli-progress';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Bundle } from '../cases/bundle';
import { Cases } from '../cases/cases';
import { deriveCase, type Catalogues, type Write } from '../cases/derive';
import { rootsOf } from '../cases/directions';
import { redisPrefix, type Configuration } from '../configuration';
import { QueueName } from '../queues';
import { Budget } from '../twenty/budget';
import type { TwentyClient } from '../twenty/client';
import { patient, WAIT_MS } from '../twenty/patient';
import { Records } from '../twenty/records';
import { REBUILD, Registers, type Signature } from './registers';
import { RegisterRows, type RegisterObject } from './rows';
import { signatureIn } from './signature';

/**
 * Cases read and written together: few operations a case, and few enough that the database finds their events by the index. Of a
 * thousand cases it walks all events in the order of their ids instead, for longer than Twenty waits.
 */
const SLICE = 200;
/** What workers that run beside it need themselves. */
const LEFT_TO_WORKERS = 55;
const patiently = patient(12);
const CONNECT_WITHIN_MS = 3_000;

const OWN = ['caseFinance', 'caseControl'] as const;
type OwnObject = (typeof OWN)[number];
export type Rebuilt = { cases: number; unreadable: number; changed: Record<OwnObject | RegisterObject, number> };

const derivedOf = (bundle: Bundle, catalogues: Catalogues, { language, timeZone }: Configuration): Write[] | null => {
  try {
    return deriveCase({ bundle, catalogues, office: { language, timeZone }, now: new Date() });
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof SyntaxError)) throw error;
    return null;
  }
};

/**
 * First what each case adds to the registers, by its facts; then the registers, by what all cases add. The rows are put right
 * where they differ, so it may run beside workers, who read everything anew when they see its signature.
 */
export const rebuildRegisters = async (parts: {
  records: Records;
  configuration: Configuration;
  budget: Budget;
  signature: Signature;
  logger: Pick<Logger, 'info' | 'warn' | 'error'>;
  progress: (done: number, of: number) => void;
}): Promise<Rebuilt> => {
  const { records, configuration, budget, signature, logger, progress } = parts;
  const cases = new Cases(records);
  const { kinds, directions } = await patiently(() => cases.catalogues());
  const catalogues = { kinds, roots: rootsOf(directions) };
  const ids = (await patiently(() => cases.caseIds())).map(({ id }) => id);
  const rebuilt: Rebuilt = { cases: ids.length, unreadable: 0, changed: { caseFinance: 0, caseControl: 0, eventDuration: 0, courtDecisionTotal: 0 } };
  progress(0, ids.length);
  for (let at = 0; at < ids.length; at += SLICE) {
    const slice = ids.slice(at, at + SLICE);
    const derived = (await patiently(() => cases.manyBundles(slice))).map((bundle) => derivedOf(bundle, catalogues, configuration));
    rebuilt.unreadable += derived.filter((writes) => writes === null).length;
    for (const object of OWN) {
      const rows = derived.flatMap((writes) => writes ?? []).filter((write) => write.object === object).map(({ id, data }) => ({ id, ...data }));
      rebuilt.changed[object] += rows.length;
      const { rejected } = await patiently(() => records.upsert(object, rows, 'registers'));
      for (const { record, why } of rejected) logger.error({ object, id: record.id, why }, 'Twenty does not accept a row of a case');
    }
    progress(at + slice.length, ids.length);
  }
  const registers = new Registers({ rows: new RegisterRows(records), signature, budget, language: configuration.language, logger });
  Object.assign(rebuilt.changed, await patiently(() => registers.reconcile()));
  return rebuilt;
};

/** Redis, where it is there: the facts are all in Twenty. */
const connect = async ({ redisUrl }: Configuration): Promise<Redis | null> => {
  const redis = new Redis(redisUrl, { lazyConnect: true, maxRetriesPerRequest: 1, connectTimeout: CONNECT_WITHIN_MS, retryStrategy: () => null });
  redis.on('error', () => undefined);
  return redis.connect().then(() => redis, () => null);
};

const runningWorkers = async (redis: Redis, configuration: Configuration): Promise<number> => {
  const queue = new Queue(QueueName.CASES, { connection: redis, prefix: redisPrefix(configuration) });
  try {
    return await queue.getWorkersCount();
  } finally {
    await queue.close();
  }
};

/** How many operations a minute are left for a program that runs beside the workers. */
export const sharesWithWorkers = async (configuration: Configuration): Promise<{ left: number; isShared: boolean }> => {
  const redis = await connect(configuration);
  const isShared = redis !== null && (await runningWorkers(redis, configuration)) > 0;
  redis?.disconnect();
  return { left: configuration.operationsAMinute - (isShared ? LEFT_TO_WORKERS : 0), isShared };
};

export const rebuild = async (input: {
  configuration: Configuration;
  meet: (budget: Budget) => Promise<TwentyClient>;
  logger: Logger;
}): Promise<void> => {
  const { configuration, meet, logger } = input;
  const redis = await connect(configuration);
  const isShared = redis !== null && (await runningWorkers(redis, configuration)) > 0;
  const budget = new Budget(configuration.operationsAMinute - (isShared ? LEFT_TO_WORKERS : 0));
  const twenty = await meet(budget);
  const bar = new SingleBar({ format: 'Registers {bar} {value}/{total} cases, {operations} operations', noTTYOutput: true, notTTYSchedule: WAIT_MS }, Presets.shades_grey);
  const startedAt = Date.now();
  const operations = () => ({ operations: budget.spent });
  try {
    const { cases, unreadable, changed } = await rebuildRegisters({
      records: new Records(twenty),
      configuration,
      budget,
      signature: signatureIn(redis ?? { get: async () => null, set: async () => 'OK' }, configuration, `${REBUILD}${randomUUID()}`),
      logger,
      progress: (done, of) => (done === 0 ? bar.start(of, 0, operations()) : bar.update(done, operations())),
    });
    bar.update(cases, operations());
    bar.stop();
    const rows = Object.entries(changed).map(([object, count]) => `${object} ${count}`).join(', ');
    console.log(`The registers are rebuilt from ${cases} cases. Rows put right: ${rows}.`);
    if (unreadable > 0) console.log(`Cases that could not be read: ${unreadable}.`);
    if (redis === null) console.log('Redis was not there: workers that run see what was put right within the hour.');
    console.log(`${budget.spent} operations in ${Math.ceil((Date.now() - startedAt) / 1_000)} s.`);
  } finally {
    bar.stop();
    redis?.disconnect();
  }
};
