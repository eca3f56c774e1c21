import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { getQueueToken } from '@nestjs/bullmq';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { Logger as NestLogger } from 'nestjs-pino';
import type { Logger } from 'pino';
import { z } from 'zod';
import { Availability } from './availability';
import { ConfigurationError, readConfiguration, redisPrefix, type Configuration } from './configuration';
import { follow } from './hints';
import { Calendars } from './calendar/calendars';
import { HttpDoor } from './http/door';
import { loggerOf } from './log';
import { Metrics } from './metrics';
import { QueueName } from './queues';
import { rebuild } from './registers/rebuild';
import { Deliveries } from './reminders/channels/deliveries';
import { Schedules } from './schedules';
import { Budget } from './twenty/budget';
import { TwentyClient, TwentyError, TwentyUnavailable } from './twenty/client';
import { RedisBucket } from './twenty/shared-bucket';
import { WorkersModule } from './workers.module';

const CLOSE_WITHIN_MS = 10_000;
const ANSWER_WITHIN_MS = 1_000;

/** Waits until Twenty answers, or gives up. A key that it does not accept is a wrong configuration, and waiting would not mend it. */
const meetTwenty = async (twenty: TwentyClient, { apiUrl }: Configuration, logger: Logger, attempts = Infinity): Promise<void> => {
  const availability = new Availability(`Twenty at ${apiUrl}`, logger);
  for (let attempt = 1; ; attempt += 1) {
    try {
      await twenty.metadata({ document: '{ currentWorkspace { id } }', schema: z.object({ currentWorkspace: z.object({ id: z.string() }) }) });
      availability.up();
      return;
    } catch (error) {
      if (!(error instanceof TwentyError)) throw error;
      if (error.fault === 'UNAUTHENTICATED' || error.fault === 'FORBIDDEN')
        throw new ConfigurationError(`TWENTY_API_KEY: not accepted by Twenty at ${apiUrl}; create a key there under Settings → APIs`);
      if (attempt >= attempts) throw new ConfigurationError(`TWENTY_API_URL: no answer of Twenty at ${apiUrl} (${error.message})`);
      availability.down(error.fault === 'UNREACHABLE' ? 'unreachable' : error.message);
      await sleep(Math.min(1_000 * 2 ** (attempt - 1), 10_000));
    }
  }
};

const connectRedis = ({ redisUrl }: Configuration, logger: Logger): Redis => {
  // Commands wait while Redis is away, however long.
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: null, retryStrategy: (attempt) => Math.min(attempt * 250, 5_000) });
  const { host, port } = redis.options;
  const availability = new Availability(`Redis at ${host}:${port}`, logger);
  redis.on('error', (error: Error & { code?: string }) => availability.down(error.code ?? error.message));
  redis.on('ready', () => availability.up());
  return redis;
};

/** The same Redis for the budget, which never waits for it. */
const impatient = (redis: Redis): Redis => {
  const own = redis.duplicate({ enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: ANSWER_WITHIN_MS });
  own.on('error', () => undefined);
  return own;
};

/** What the workers' own address opens to, now that they run. */
const openDoor = (door: HttpDoor, app: INestApplicationContext, { redis, twenty, configuration }: { redis: Redis; twenty: TwentyClient; configuration: Configuration }) => {
  const queues = Object.values(QueueName).map((name) => app.get<Queue>(getQueueToken(name)));
  const [metrics, calendars] = [app.get(Metrics), app.get(Calendars)];
  door.open({
    queues,
    isReady: () => ({ redis: redis.status === 'ready', twenty: twenty.isAnswering }),
    metrics: () => metrics.text(),
    calendarOf: (secret) => calendars.calendarOf(secret),
    isFirst: async (signature, forMs) => (await redis.set(`${redisPrefix(configuration)}:hook:${signature}`, 1, 'PX', forMs, 'NX')) !== null,
    hint: follow(queues, twenty.budget),
  });
};

const COMMANDS = ['rebuild'];

const runRebuild = async (configuration: Configuration): Promise<void> => {
  const logger = loggerOf({ ...configuration, logLevel: 'warn' });
  const meet = async (budget: Budget): Promise<TwentyClient> => {
    const twenty = new TwentyClient(configuration.apiUrl, configuration.apiKey, budget, logger);
    await meetTwenty(twenty, configuration, logger, 1);
    return twenty;
  };
  await rebuild({ configuration, meet, logger });
};

const run = async ([command, ...rest]: string[]): Promise<void> => {
  if (rest.length > 0 || (command !== undefined && !COMMANDS.includes(command)))
    throw new ConfigurationError(`Unknown: ${[command, ...rest].join(' ')}. Give nothing to start the workers, or: ${COMMANDS.join(', ')}`);
  const configuration = readConfiguration(process.env);
  if (command === 'rebuild') return runRebuild(configuration);
  const logger = loggerOf(configuration);
  process.on('unhandledRejection', (error) => {
    logger.fatal({ error: String(error), stack: error instanceof Error ? error.stack : undefined }, 'something was not foreseen');
    process.exit(1);
  });
  const redis = connectRedis(configuration, logger);
  const budgetRedis = impatient(redis);
  const budget = new Budget(configuration.operationsAMinute, new RedisBucket(budgetRedis, `${redisPrefix(configuration)}:budget`));
  const twenty = new TwentyClient(configuration.apiUrl, configuration.apiKey, budget, logger);
  const door = new HttpDoor(configuration.http, logger, () => twenty.clock.now().getTime());
  await door.listen();
  await meetTwenty(twenty, configuration, logger);

  const app = await NestFactory.createApplicationContext(WorkersModule.of({ configuration, logger, redis, twenty }), {
    bufferLogs: true,
    logger: ['fatal', 'error', 'warn'],
  });
  app.useLogger(app.get(NestLogger));
  const schedules = app.get(Schedules);
  schedules.start();
  openDoor(door, app, { redis, twenty, configuration });
  logger.info(`workers started for Twenty at ${configuration.apiUrl}`);

  const deliveries = app.get(Deliveries);
  let isClosing = false;
  const close = async (signal: string): Promise<void> => {
    if (isClosing) return;
    isClosing = true;
    logger.info(`${signal}: finishing what was begun`);
    // Nothing is lost by leaving in the middle; only what Redis or Twenty keep waiting is left so.
    setTimeout(() => process.exit(0), CLOSE_WITHIN_MS).unref();
    schedules.stop();
    budget.close();
    door.leave();
    await app.close();
    await Promise.all([deliveries.close(), door.close()]);
    for (const connection of [redis, budgetRedis]) connection.disconnect();
    logger.info('workers stopped');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void close(signal));
};

run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof ConfigurationError || error instanceof TwentyUnavailable ? error.message : error);
  process.exit(1);
});
