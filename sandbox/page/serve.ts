import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { build, type Plugin } from 'esbuild';
import type { Express } from 'express';
import { loadManifest, type Manifest } from '../../plugin/manifest';
import { shelved, sources } from '../shelf';

const ROOT = process.cwd();
const PAGE = join(ROOT, 'sandbox/page');
const ASSETS = '/sandbox/assets/';

export type BundledPage = { html: string; assets: Map<string, Uint8Array> };

/** A module whose text is made here instead of read from a file. */
const virtualModule = (name: string, contents: string): Plugin => ({
  name,
  setup: (setup) => {
    setup.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: 'virtual' }));
    setup.onLoad({ filter: new RegExp(`^${name}$`), namespace: 'virtual' }, () => ({ contents, resolveDir: ROOT, loader: 'js' }));
  },
});

/** Of Tabler's 6,000 icons only those that the manifest or the sandbox's own files name. */
const iconModule = (manifest: Manifest): string => {
  const sources = [PAGE, join(ROOT, 'sandbox/server')].flatMap((folder) => readdirSync(folder).filter((file) => /\.tsx?$/.test(file)).map((file) => readFileSync(join(folder, file), 'utf8')));
  const named = new Set([...sources, JSON.stringify(manifest)].flatMap((text) => text.match(/\bIcon[A-Z]\w*/g) ?? []));
  const known = [...named].filter((icon) => existsSync(join(ROOT, `node_modules/@tabler/icons-react/dist/esm/icons/${icon}.mjs`)));
  return `${known.map((icon) => `import ${icon} from '@tabler/icons-react/icons/${icon}';`).join('\n')}\nexport const icons = { ${known.join(', ')} };`;
};

/** What the SDK's own build leaves of a definition: its configuration, without the schemas that check it. */
const definition = virtualModule('twenty-sdk/define', 'export const defineFrontComponent = (config) => ({ config });');

const localeModule = (): string => {
  const folder = join(ROOT, 'locales');
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : [];
  return `export default {${files.map((file) => `${JSON.stringify(file.slice(0, -5))}: ${readFileSync(join(folder, file), 'utf8')}`).join(',')}};`;
};

/** The page, and each front component as a script of its own, as Twenty's host loads them. */
const buildAssets = async (): Promise<Map<string, Uint8Array>> => {
  const manifest = await loadManifest(ROOT);
  const common = { bundle: true, write: false, minify: true, target: 'es2022', jsx: 'automatic', define: { 'process.env.NODE_ENV': '"production"' } } as const;
  const built = await Promise.all([
    build({
      ...common,
      entryPoints: { page: join(PAGE, 'main.tsx') },
      outdir: '/',
      loader: { '.woff2': 'file', '.woff': 'empty' },
      publicPath: ASSETS,
      plugins: [virtualModule('virtual-icons', iconModule(manifest)), virtualModule('virtual-locales', localeModule())],
    }),
    build({
      ...common,
      entryPoints: Object.fromEntries(manifest.frontComponents.map(({ universalIdentifier, sourcePath }) => [universalIdentifier, join(ROOT, sourcePath)])),
      outdir: '/',
      format: 'cjs',
      external: ['react', 'react/jsx-runtime'],
      plugins: [definition],
    }),
  ]);
  return new Map(built.flatMap(({ outputFiles }) => outputFiles).map(({ path, contents }) => [path.slice(1), contents]));
};

export const bundlePage = async (): Promise<BundledPage> => {
  const path = await shelved('page', sources('custom-objects', 'front', 'locales', 'plugin', 'sandbox', 'workers'), async (unfinished) => writeFileSync(unfinished, serialize(await buildAssets())));
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Legal Desk</title><link rel="icon" href="data:,"><link rel="stylesheet" href="${ASSETS}page.css"></head>
<body><div id="root"></div><script src="${ASSETS}page.js"></script></body></html>`;
  return { html, assets: deserialize(readFileSync(path)) as Map<string, Uint8Array> };
};

/** Serves the page at Twenty's own addresses. The bundle is built once, while the server starts. */
export const pageRoutes = (app: Express): Promise<BundledPage> => {
  const bundled = bundlePage();
  app.get(`${ASSETS}:name`, async (request, response) => {
    const asset = (await bundled).assets.get(request.params.name);
    if (asset) response.type(request.params.name).send(Buffer.from(asset));
    else response.sendStatus(404);
  });
  app.get(['/', '/welcome', '/objects/:plural', '/object/:singular/:id', '/page/:id'], async (_request, response) => {
    response.type('html').send((await bundled).html);
  });
  return bundled;
};
