/**
 * `npm test`: sets up what a fresh machine lacks, checks types, runs every test, and ends with the line
 * `N passed, N failed`. Arguments are jest's, such as a path.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium, ensurePackages, ensureRedis } from '../scripts/setup.mjs';

ensurePackages();
ensureRedis();
ensureChromium();

const run = (file, ...args) => spawnSync(process.execPath, [file, ...args], { stdio: 'inherit' }).status;

console.log('Checking types…');
const typesFailed = run('node_modules/typescript/bin/tsc', '--noEmit', '-p', '.') === 0 ? 0 : 1;

const folder = mkdtempSync(join(tmpdir(), 'legal-desk-test-'));
const report = join(folder, 'jest.json');
const exit = run('node_modules/jest/bin/jest.js', '--json', `--outputFile=${report}`, '--forceExit', ...process.argv.slice(2));
let counts = { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 1 };
try {
  counts = JSON.parse(readFileSync(report, 'utf8'));
} catch {
  console.error('jest ended without a report');
}
rmSync(folder, { recursive: true, force: true });

const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites + typesFailed;
if (typesFailed) console.log('The types do not fit: see above (counted as one failure).');
console.log(`${counts.numPassedTests + (1 - typesFailed)} passed, ${failed} failed`);
process.exit(exit === 0 && failed === 0 ? 0 : 1);
