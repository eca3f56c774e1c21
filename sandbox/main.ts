import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { seedOffice } from '../demo/office';
import { DEMO_LANGUAGE } from '../demo/staff';
import { pageRoutes } from './page/serve';
import { createApp } from './server/app';
import { ConfigError, readConfig, type Config } from './server/config';
import { openDatabase } from './server/database';
import { innerApi } from './server/graphql';
import { buildModel, type Model } from './server/model';
import { People } from './server/people';
import { TokenBucket } from './server/throttle';
import { Workspace } from './server/workspace';
import { readManifest } from './manifest';
import { shelved, sources } from './shelf';

const TIME_ZONE = process.env.OFFICE_TIME_ZONE?.trim() || 'UTC';

/** Fills a new workspace with the demo office. */
const seed = async (workspace: Workspace): Promise<void> => {
  const api = innerApi(workspace);
  const { departments } = await api<{ departments: { totalCount: number } }>('{ departments { totalCount } }');
  if (departments.totalCount > 0) return;
  await seedOffice(api, { language: DEMO_LANGUAGE, timeZone: TIME_ZONE, now: new Date() });
};

const open = async (place: Parameters<typeof openDatabase>[0], model: Model, config: Config) => {
  const database = await openDatabase(place, model);
  const people = new People(database, model, config.apiKey);
  await people.settle();
  return { database, workspace: new Workspace(database, model, people, new TokenBucket(config.operationsPerMinute)) };
};

/** The folder of a database with the demo office of this hour, to be copied. */
const officeOfTheHour = (model: Model, config: Config): Promise<string> => {
  const hour = new Date().toISOString().slice(0, 13);
  const madeFrom = [hour, DEMO_LANGUAGE, TIME_ZONE, sources('custom-objects', 'demo', 'locales', 'plugin', 'sandbox/server', 'workers')];
  return shelved('office', madeFrom.join('\n'), async (dataFolder) => {
    const { database, workspace } = await open({ dataFolder, databaseUrl: undefined }, model, config);
    await seed(workspace);
    await database.destroy();
  });
};

const start = async (): Promise<void> => {
  const config = readConfig(process.env, process.argv.slice(2));
  const model = buildModel(await readManifest());
  const isKept = Boolean(config.databaseUrl || config.dataFolder);
  const { database, workspace } = await open(isKept || config.isEmpty ? config : { ...config, from: await officeOfTheHour(model, config) }, model, config);
  if (isKept && !config.isEmpty) await seed(workspace);
  const app = createApp(workspace);
  pageRoutes(app).catch((error: Error) => console.error(`The page cannot be built: ${error.message}`));
  const server = createServer(app);
  // Whoever asks now and then on a busy machine must not find the connection closed in the moment of asking.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, resolve);
  });
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
    void database.destroy().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  if (config.apiKeyIsGenerated) console.log(`TWENTY_API_KEY=${config.apiKey}`);
  console.log(`Sandbox ready at http://localhost:${(server.address() as AddressInfo).port}`);
};

start().catch((error: Error & { code?: string }) => {
  const isExpected = error instanceof ConfigError || error.code === 'EADDRINUSE';
  console.error(error.code === 'EADDRINUSE' ? `PORT ${process.env.PORT ?? 3000} is in use; set another` : isExpected ? error.message : error);
  process.exit(1);
});
