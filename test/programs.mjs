import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const FOLDER = 'node_modules/.cache/test-programs';

const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Tests start these programs a hundred times. Put together once, each start saves the reading of hundreds of files. */
export default async () => {
  mkdirSync(FOLDER, { recursive: true });
  for (const name of readdirSync(FOLDER)) if (!isAlive(Number(name))) rmSync(join(FOLDER, name), { recursive: true, force: true });
  process.env.TEST_PROGRAMS = join(FOLDER, String(process.pid));
  await build({
    entryPoints: ['workers/main.ts', 'sandbox/main.ts', 'test/rights/opened-sandbox.ts', 'scripts/check-access.ts'],
    outbase: '.',
    outdir: process.env.TEST_PROGRAMS,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
};
