import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** The programs that the demo, the tests and the bench run: each real, each stopped with whoever started it. */

const started: ChildProcess[] = [];
process.on('exit', () => started.forEach((child) => child.kill('SIGKILL')));

/** A port of this machine that nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** Waits until `check` gives something other than null or false. @throws Error saying what did not come, after `seconds` */
export const until = async <T>(what: string, check: () => Promise<T | null | false | undefined>, seconds = 120): Promise<T> => {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const found = await check().catch(() => null);
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`${what} did not come within ${seconds} s`);
    await sleep(200);
  }
};

const answers = (url: string) => async () => (await fetch(url)).ok;

type Program = { child: ChildProcess; output: () => string; stop: () => Promise<void> };

/** Runs a program whose output is kept, and shown when `isShown`. */
export const run = (
  command: string,
  args: string[],
  { env = {}, isShown = false, ...user }: { env?: Record<string, string>; isShown?: boolean; uid?: number; gid?: number } = {},
): Program => {
  const child = spawn(command, args, { ...user, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      text = (text + chunk.toString()).slice(-200_000);
      if (isShown) process.stdout.write(chunk);
    });
  }
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    child,
    output: () => text,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await Promise.race([ended, sleep(10_000).then(() => child.kill('SIGKILL'))]);
    },
  };
};

const runTypeScript = (file: string, args: string[], env: Record<string, string>, isShown = false) =>
  run(process.execPath, ['--import', 'tsx', file, ...args], { env, isShown });

/** A Redis of our own that keeps nothing on disk, unless `REDIS_URL` points to one. */
export const startRedis = async (): Promise<{ url: string; stop: () => Promise<void> }> => {
  if (process.env.REDIS_URL) return { url: process.env.REDIS_URL, stop: async () => undefined };
  const port = await freePort();
  const { output, stop } = run('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']);
  await until('Redis', async () => output().includes('Ready to accept connections'));
  return { url: `redis://127.0.0.1:${port}`, stop };
};

export type Sandbox = { url: string; apiKey: string; stop: () => Promise<void>; output: () => string };

export const startSandbox = async (options: { port?: number; args?: string[]; env?: Record<string, string> } = {}): Promise<Sandbox> => {
  const port = options.port ?? (await freePort());
  const apiKey = options.env?.TWENTY_API_KEY ?? process.env.TWENTY_API_KEY ?? randomUUID();
  const program = runTypeScript('sandbox/main.ts', options.args ?? [], { ...options.env, PORT: String(port), TWENTY_API_KEY: apiKey });
  const url = `http://localhost:${port}`;
  await until('The sandbox', async () => {
    if (program.child.exitCode !== null) process.exit(console.error(program.output().trim()) ?? 1);
    return answers(`${url}/healthz`)();
  });
  return { url, apiKey, stop: program.stop, output: program.output };
};

export const startWorkers = (env: { TWENTY_API_URL: string; TWENTY_API_KEY: string; REDIS_URL: string } & Record<string, string>, isShown = false): Program =>
  runTypeScript('workers/main.ts', [], env, isShown);
