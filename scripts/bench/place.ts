import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '../processes';
import { asker, person, type Ask } from './office';
import { postgresPrograms, startPostgres } from './postgres';

/** Where the generated firm is. */
export type Place = { url: string; apiKey: string | undefined; ask: Ask; databaseUrl: string; what: string; stop: () => Promise<unknown> };

/**
 * A real Twenty, where the environment names it and its database, and `BENCH_USER` (`{"email": "…", "password": "…"}`) somebody who
 * may see everything; else the sandbox on a PostgreSQL of our own, which is kept for the next run.
 */
export const openPlace = async (): Promise<Place> => {
  const { TWENTY_API_URL, TWENTY_API_KEY, DATABASE_URL, BENCH_USER } = process.env;
  if (TWENTY_API_URL) {
    if (!DATABASE_URL) throw new Error('DATABASE_URL: set it to the PostgreSQL of the Twenty at TWENTY_API_URL');
    if (!BENCH_USER && !TWENTY_API_KEY) throw new Error('BENCH_USER: set it to {"email": "…", "password": "…"} of somebody who may see everything');
    if (!BENCH_USER) console.log('Asking with TWENTY_API_KEY: the server must allow more than 100 operations a minute (API_RATE_LIMITING_LONG_LIMIT)');
    const url = TWENTY_API_URL.replace(/\/$/, '');
    const { email, password } = JSON.parse(BENCH_USER ?? '{}') as { email: string; password: string };
    const ask = BENCH_USER ? await person(url, email, password) : asker(url, TWENTY_API_KEY!);
    return { url, apiKey: TWENTY_API_KEY, ask, databaseUrl: DATABASE_URL, what: 'Twenty', stop: async () => undefined };
  }
  if (!DATABASE_URL && !postgresPrograms) throw new Error('PostgreSQL is missing: install it, or set DATABASE_URL to an empty database of one');
  const own = DATABASE_URL ? undefined : await startPostgres(join(tmpdir(), 'legal-desk-bench'), ['shared_buffers=512MB', 'fsync=off', 'max_wal_size=2GB']);
  const databaseUrl = DATABASE_URL ?? own!.url;
  const sandbox = await startSandbox({ args: ['--empty'], env: { DATABASE_URL: databaseUrl } });
  const stop = async () => {
    await sandbox.stop();
    await own?.stop();
  };
  return { url: sandbox.url, apiKey: sandbox.apiKey, ask: await person(sandbox.url, 'admin@demo.legal'), databaseUrl, what: 'the sandbox', stop };
};
