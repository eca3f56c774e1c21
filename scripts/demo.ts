/** `npm run demo`: a law office to look at. Sandbox, demo office, Redis and workers, all of them real programs. */
import { DEMO_LANGUAGE, DEPARTMENTS } from '../demo/staff';
import { DEMO_PEOPLE, PASSWORD } from '../sandbox/server/people';
import { startRedis, startSandbox, startWorkers } from './processes';
// @ts-expect-error plain Node, since it also runs before any package is there
import { ensureRedis } from './setup.mjs';

const port = Number(process.env.PORT ?? 3000);
if (!Number.isInteger(port) || port < 1 || port > 65535) {
  console.error(`PORT: ${process.env.PORT} is not a port; use a number from 1 to 65535`);
  process.exit(1);
}

if (!process.env.REDIS_URL) ensureRedis();
console.log('Opening the demo office…');
const [redis, sandbox] = await Promise.all([startRedis(), startSandbox({ port })]);
const workers = startWorkers({ TWENTY_API_URL: sandbox.url, TWENTY_API_KEY: sandbox.apiKey, REDIS_URL: redis.url, OFFICE_LANGUAGE: DEMO_LANGUAGE });
workers.child.once('exit', (code) => {
  if (code) console.error(`The workers stopped:\n${workers.output().slice(-2000)}`);
});

const people = Object.entries(DEPARTMENTS).map(([key, { [DEMO_LANGUAGE]: name }]) => {
  const lines = DEMO_PEOPLE.filter(({ department }) => department === key).map(
    ({ email, firstName, lastName, roleLabel }) => `  ${email.padEnd(24)} ${firstName} ${lastName}, ${roleLabel}`,
  );
  return [name, ...lines].join('\n');
});

console.log(`
Legal Desk is open at ${sandbox.url}

Sign in as (password: ${PASSWORD})

${people.join('\n\n')}

Stop with Ctrl+C.`);

const stop = () => void Promise.all([workers.stop(), sandbox.stop(), redis.stop()]).then(() => process.exit(0));
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
