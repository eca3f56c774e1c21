import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, run, until } from '../processes';

const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : [];

/** Where this machine keeps PostgreSQL's programs; undefined where it has none. */
export const postgresPrograms = versions.map((version) => `/usr/lib/postgresql/${version}/bin`).find((folder) => existsSync(join(folder, 'initdb')));

/** A PostgreSQL of our own. @param data its folder: made if it is not there, and kept */
export const startPostgres = async (data: string, settings: string[] = []): Promise<{ url: string; stop: () => Promise<void> }> => {
  // PostgreSQL refuses to run as root.
  const user = process.getuid!() === 0 ? { uid: 65534, gid: 65534 } : {};
  mkdirSync(data, { recursive: true });
  if (user.uid) chownSync(data, user.uid, user.gid);
  if (!existsSync(join(data, 'PG_VERSION'))) execFileSync(join(postgresPrograms!, 'initdb'), ['-D', data, '-U', 'office', '-A', 'trust'], { ...user, stdio: 'ignore' });
  const port = await freePort();
  const { output, stop } = run(
    join(postgresPrograms!, 'postgres'),
    ['-D', data, '-p', String(port), '-k', data, '-c', 'listen_addresses=127.0.0.1', ...settings.flatMap((setting) => ['-c', setting])],
    user,
  );
  await until('PostgreSQL', async () => output().includes('ready to accept connections'), 60);
  return { url: `postgres://office@127.0.0.1:${port}/postgres`, stop };
};
