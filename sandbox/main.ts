import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadManifest } from '../plugin/manifest';
import { createApp } from './server/app';
import { ConfigError, readConfig } from './server/config';
import { migrate, openDatabase } from './server/database';
import { buildModel } from './server/model';
import { People } from './server/people';
import { TokenBucket } from './server/throttle';
import { Workspace } from './server/workspace';

const start = async (): Promise<void> => {
  const config = readConfig(process.env, process.argv.slice(2));
  const model = buildModel(await loadManifest());
  const database = await openDatabase(config);
  await migrate(database, model);
  const people = new People(database, model, config.apiKey);
  await people.settle();
  const workspace = new Workspace(database, model, people, new TokenBucket(config.operationsPerMinute));
  const server = createServer(createApp(workspace));
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
