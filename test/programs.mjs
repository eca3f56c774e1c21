import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const FOLDER = 'node_modules/.cache/test-programs';

const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** The definition files stay TypeScript, and are read once for all by whoever finds the shelf empty: only then is a loader of TypeScript worth its start. */
const definitions = {
  name: 'definitions',
  setup: (setup) => {
    setup.onResolve({ filter: /plugin\/manifest$/ }, () => ({ path: resolve('plugin/manifest.ts'), namespace: 'definitions' }));
    setup.onLoad({ filter: /./, namespace: 'definitions' }, ({ path }) => ({
      contents: `export const loadManifest = async (root) => {
        const { tsImport } = await import('tsx/esm/api');
        return (await tsImport(${JSON.stringify(path)}, import.meta.url)).loadManifest(root);
      };`,
      resolveDir: process.cwd(),
    }));
  },
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
    plugins: [definitions],
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
};
