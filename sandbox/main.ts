import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { seedOffice } from '../demo/office';
import { DEMO_LANGUAGE } from '../demo/staff';
import { loadManifest } from '../plugin/manifest';
import { pageRoutes } from './page/serve';
import { createApp } from './server/app';
import { ConfigError, readConfig } from './server/config';
import { openDatabase } from './server/database';
import { innerApi } from './server/graphql';
import { buildModel } from './server/model';
import { People } from './server/people';
import { TokenBucket } from './server/throttle';
import { Workspace } from './server/workspace';

/** Fills a new workspace with the demo office. */
const seed = async (workspace: Workspace): Promise<void> => {
  const api = innerApi(workspace);
  const { departments } = await api<{ departments: { totalCount: number } }>('{ departments { totalCount } }');
  if (departments.totalCount > 0) return;
  await seedOffice(api, { language: DEMO_LANGUAGE, timeZone: process.env.OFFICE_TIME_ZONE?.trim() || 'UTC', now: new Date() });
};

const start = async (): Promise<void> => {
  const config = readConfig(process.env, process.argv.slice(2));
  const model = buildModel(await loadManifest());
  const database = await openDatabase(config, model);
  const people = new People(database, model, config.apiKey);
  await people.settle();
  const workspace = new Workspace(database, model, people, new TokenBucket(config.operationsPerMinute));
  if (!config.isEmpty) await seed(workspace);
  const app = createApp(workspace);
  pageRoutes(app).catch((error: Error) => console.error(`The page cannot be built: ${error.message}`));
  const server = createServer(app);
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
