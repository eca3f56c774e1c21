import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import semver from 'semver';
import { readDefinitions, type Manifest } from '../plugin/manifest';

/** The two SDKs that the app builds with, by their folder in node_modules: for servers before 2.40, and for those from 2.40 on. */
export type Sdk = 'twenty-sdk' | 'twenty-sdk-current';

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

/** The app's package.json; what it asks of a server is its `engines.twenty`. */
const APP = readJson(join(process.cwd(), 'package.json'));

/**
 * The range to declare to a server of this version, where the app's own would be misread: a server takes for its version that
 * of its last instance-wide migration, and 2.21 has none of its own, so it counts itself as 2.20 and would refuse `>=2.21.0`.
 *
 * @returns undefined where the app's own range is right
 * @throws Error when the server is older than the app needs
 */
export const requiredServerFor = (serverVersion: string): string | undefined => {
  const version = semver.coerce(serverVersion);
  if (version && !semver.satisfies(version, APP.engines.twenty)) throw new Error(`Legal Desk needs Twenty ${APP.engines.twenty}, and this is ${serverVersion}: upgrade the server first`);
  return version && semver.satisfies(version, '~2.21.0') ? '>=2.20.0' : undefined;
};

/** The SDK for a server's version, such as `2.21.0`. A version that cannot be read counts as current. */
export const sdkFor = (serverVersion: string): Sdk => {
  const version = semver.coerce(serverVersion);
  return version && semver.satisfies(version, '<2.40.0') ? 'twenty-sdk' : 'twenty-sdk-current';
};

const APP_PARTS = ['plugin', 'custom-objects', 'front', 'workers/correspondence', 'workers/cases', 'workers/registers', 'workers/feed', 'workers/parties', 'workers/import/shapes.ts', 'locales', 'public', 'README.md'];

/**
 * The definitions that are written out as plain values in the copy. The SDK bundles every definition file with all that it
 * imports, its own megabyte included: four hundred of them take minutes, and a value next to nothing. The others stay as they
 * are: components because they are code, commands because the SDK rewrites their source.
 */
const WRITTEN_OUT: readonly (keyof Manifest)[] = ['objects', 'fields', 'indexes', 'views', 'pageLayouts', 'pageLayoutTabs', 'viewFields', 'navigationMenuItems'];

/**
 * What servers before 2.40 show to everybody in the words of the app, whatever language they chose: options, names of views and
 * of menu items. (Labels of objects, fields, groups and tabs they translate.)
 */
const inWords = (key: keyof Manifest, config: object, say: (word: string) => string): object => {
  const said = { ...config } as { name?: string; fields?: object[]; options?: { label: string }[] };
  if ((key === 'views' || key === 'navigationMenuItems') && said.name) said.name = say(said.name);
  if (said.options) said.options = said.options.map((option) => ({ ...option, label: say(option.label) }));
  if (key === 'objects') said.fields = said.fields?.map((field) => inWords('fields', field, say));
  return said;
};

const writeOut = async (root: string, folder: string, say: (word: string) => string): Promise<void> => {
  for (const { key, path, config } of await readDefinitions(root)) {
    if (key === 'commandMenuItems') {
      const source = readFileSync(join(root, path), 'utf8').replace(/(abel: ')([^']+)'/g, (_, name: string, word: string) => `${name}${say(word)}'`);
      writeFileSync(join(folder, path), source);
    }
    if (!WRITTEN_OUT.includes(key)) continue;
    // The SDK knows a definition by the name of the function that is called.
    const [, define] = /export default (define\w+)\(/.exec(readFileSync(join(root, path), 'utf8'))!;
    writeFileSync(
      join(folder, path),
      `const ${define} = (config: object) => ({ success: true, config, errors: [] });\n\nexport default ${define}(${JSON.stringify(inWords(key, config, say), null, 2)});\n`,
    );
  }
};

/**
 * Lays out a copy of the app in which `twenty-sdk` is the given SDK, as the SDK's imports name no version.
 *
 * @param requiredServer the range of server versions to declare instead of the app's own
 * @param language of the words that servers before 2.40 do not translate
 * @returns the folder, under `.build` in the root: of this process alone, and gone with it
 */
export const stageApp = async (sdk: Sdk, { requiredServer, language = 'en' }: { requiredServer?: string; language?: 'en' | 'ru' } = {}): Promise<string> => {
  const root = process.cwd();
  const sdkPath = join(root, 'node_modules', sdk);
  const { version } = readJson(join(sdkPath, 'package.json'));
  const folder = join(root, '.build', `${version}-${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  for (const part of APP_PARTS) {
    if (existsSync(join(root, part))) cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  const russian: Record<string, string> = language === 'ru' && sdk === 'twenty-sdk' ? readJson(join(root, 'locales/ru-RU.json')) : {};
  await writeOut(root, folder, (word) => russian[word] ?? word);

  const { name, version: appVersion, description, license, engines, keywords } = APP;
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name, version: appVersion, description, license, engines: { ...engines, twenty: requiredServer ?? engines.twenty }, keywords, devDependencies: { 'twenty-sdk': version } }, null, 2),
  );
  // The server stores a lock file's checksum; an app without dependencies has one with nothing but its heading.
  writeFileSync(join(folder, 'yarn.lock'), '# yarn lockfile v1\n');
  const { compilerOptions } = readJson(join(root, 'tsconfig.json'));
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { ...compilerOptions, types: ['node'] }, include: ['plugin', 'custom-objects', 'front', 'workers'] }, null, 2),
  );

  const nested = join(sdkPath, 'node_modules/twenty-client-sdk');
  const links: Record<string, string> = {
    'twenty-sdk': sdkPath,
    'twenty-client-sdk': existsSync(nested) ? nested : join(root, 'node_modules/twenty-client-sdk'),
  };
  for (const dependency of ['react', 'react-dom', '@types', 'uuid', 'typescript']) links[dependency] = join(root, 'node_modules', dependency);
  for (const [dependency, target] of Object.entries(links)) symlinkSync(target, join(folder, 'node_modules', dependency));
  return folder;
};

/** Runs the SDK's command line in a staged app. @throws Error with what it printed, when it fails */
export const twenty = async (folder: string, args: string[], env: Record<string, string> = {}): Promise<string> => {
  try {
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [join(folder, 'node_modules/twenty-sdk/dist/cli.cjs'), ...args],
      {
        cwd: folder,
        // The CLI takes INIT_CWD, which npm sets, before the folder it runs in.
        env: { ...process.env, ...env, INIT_CWD: folder, CI: '1', NO_COLOR: '1' },
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    return stdout + stderr;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`twenty ${args.join(' ')} failed:\n${stdout}${stderr}`);
  }
};

/** Builds the app with an SDK. @returns the folder of the built app, with `manifest.json` */
export const buildApp = async (sdk: Sdk): Promise<string> => {
  const folder = await stageApp(sdk);
  await twenty(folder, ['dev:build']);
  return join(folder, '.twenty/output');
};
