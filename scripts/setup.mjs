/**
 * What a fresh machine lacks, installed and said: npm packages, Redis, Chromium. Plain Node, since it runs before any
 * package is there.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const stop = (message) => {
  console.error(message);
  process.exit(1);
};

const onPath = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

const packagesOf = (lockFile) => (existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : {});

/** Installs the npm packages of the lock file, unless just those are there already. */
export const ensurePackages = () => {
  const installed = packagesOf('node_modules/.package-lock.json');
  const missing = Object.entries(packagesOf('package-lock.json')).filter(
    ([path, { version, optional, peer }]) => path.startsWith('node_modules/') && !optional && !peer && installed[path]?.version !== version,
  );
  if (missing.length === 0) return;
  console.log('Installing npm packages (npm ci)…');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) stop('npm ci failed: see above; npm needs the registry once.');
};

let listsAreFresh = false;

/** Installs Debian packages when `program` is missing, or says in one line what to install. */
const ensureProgram = (program, packages, hint) => {
  if (onPath(program)) return;
  if (!onPath('apt-get') || process.getuid?.() !== 0) stop(`${program} is missing: ${hint}`);
  console.log(`Installing ${packages.join(', ')} (apt-get)…`);
  const apt = (...args) => execFileSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  try {
    if (!listsAreFresh) apt('update');
    listsAreFresh = true;
    apt('install', '-y', '--no-install-recommends', ...packages);
  } catch {
    stop(`${program} is missing and apt-get could not install it: ${hint}`);
  }
};

export const ensureRedis = () => ensureProgram('redis-server', ['redis-server'], 'install Redis, or set REDIS_URL to one that runs.');

export const ensureChromium = () =>
  process.env.CHROMIUM_PATH
    ? undefined
    : ensureProgram('chromium', ['chromium', 'fonts-dejavu-core', 'fonts-noto-core'], 'install Chromium, or set CHROMIUM_PATH to it.');
