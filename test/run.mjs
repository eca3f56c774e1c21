/**
 * `npm test`: sets up what a fresh machine lacks, checks types, runs every test, and ends with the line
 * `N passed, N failed`. Arguments are jest's, such as a path.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { audit } from '../scripts/audit.mjs';
import { ensureChromium, ensurePackages, ensureRedis } from '../scripts/setup.mjs';

ensurePackages();
ensureRedis();
ensureChromium();

const run = (file, ...args) =>
  new Promise((resolve) => spawn(process.execPath, [file, ...args], { stdio: 'inherit' }).once('exit', (status) => resolve(status)));

/** One sandbox makes what all others then take from its shelf: its database, its page and the demo office. If it cannot, they say why. */
const stockShelf = () =>
  new Promise((resolve) => {
    const sandbox = spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.ts'], { env: { ...process.env, PORT: '0' }, stdio: ['ignore', 'pipe', 'ignore'] });
    sandbox.once('exit', resolve);
    sandbox.stdout.on('data', async (text) => {
      const [address] = /http:\/\/localhost:\d+/.exec(String(text)) ?? [];
      if (address) await fetch(address).catch(() => undefined).finally(() => sandbox.kill());
    });
  });

console.log('Checking types…');
const [status] = await Promise.all([run('node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'), stockShelf()]);
const typesFailed = status === 0 ? 0 : 1;

const folder = mkdtempSync(join(tmpdir(), 'legal-desk-test-'));
const report = join(folder, 'jest.json');
const exit = await run('node_modules/jest/bin/jest.js', '--json', `--outputFile=${report}`, '--forceExit', ...process.argv.slice(2));
let counts = { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 1 };
try {
  counts = JSON.parse(readFileSync(report, 'utf8'));
} catch {
  console.error('jest ended without a report');
}
rmSync(folder, { recursive: true, force: true });

const unsafe = audit() === 'unsafe' ? 1 : 0;
const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites + typesFailed + unsafe;
if (typesFailed) console.log('The types do not fit: see above (counted as one failure).');
console.log(`${counts.numPassedTests + (1 - typesFailed)} passed, ${failed} failed`);
process.exit(exit === 0 && failed === 0 ? 0 : 1);
