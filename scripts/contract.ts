/** `npm run contract`: the contract suite against the server that the environment names, or a sandbox of its own if none. */
import { spawnSync } from 'node:child_process';

const { TWENTY_API_URL, TWENTY_API_KEY } = process.env;
if (TWENTY_API_URL && !TWENTY_API_KEY) {
  console.error('TWENTY_API_KEY: set it to an API key with the Admin role on TWENTY_API_URL');
  process.exit(1);
}
console.log(`Contract suite against ${TWENTY_API_URL ?? 'a sandbox of its own'}`);
// It paces itself under the server's limit of operations a minute, so it takes minutes.
const { status } = spawnSync(
  process.execPath,
  ['node_modules/jest/bin/jest.js', 'test/contract', '--runInBand', '--verbose', '--forceExit', ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
