/**
 * `npm run chaos`: 1,000 letters moved by everybody in the office while workers are killed, Redis is wiped, the CRM is stopped and
 * what lies between is cut, late and out of order. On the sandbox, or on the Twenty at `TWENTY_API_URL` with `TWENTY_API_KEY`, for
 * the people in `CHAOS_PEOPLE` (`[{"email": "…", "password": "…"}, …]`, the first of whom may see everything).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { chaos, sandboxCrm, twentyCrm, type Size } from '../test/chaos/chaos';
// @ts-expect-error plain Node, since it also runs before any package is there
import { ensureRedis } from './setup.mjs';
// @ts-expect-error plain Node, as jest runs it
import putTogether from '../test/programs.mjs';

const FULL: Size = {
  letters: 1_000, pace: 8, minutes: 20, kills: 200, wipes: 5, outages: 3, outageSeconds: 60, intervalMinutes: 1, operationsAMinute: 1_000, patienceMinutes: 3,
};
/** Within the operations that a Twenty allows to API keys by default. */
const ON_TWENTY: Size = { ...FULL, letters: 100, pace: 0.5, minutes: 15, kills: 20, operationsAMinute: 100, patienceMinutes: 12 };
const SAID = 'node_modules/.cache/chaos.log';

ensureRedis();
await putTogether();
const isTwenty = Boolean(process.env.TWENTY_API_URL);
const size: Size = { ...(isTwenty ? ON_TWENTY : FULL), ...(JSON.parse(process.env.CHAOS_SIZE || '{}') as Partial<Size>) };
console.log(`${size.letters} letters, ${size.kills} kills in ${size.minutes} minutes on ${isTwenty ? 'Twenty' : 'the sandbox'}`);
const crm = await (isTwenty ? twentyCrm() : sandboxCrm(size));
const { problems, figures, said } = await chaos(crm, size, console.log).finally(() => crm.close());
console.table(figures);
for (const problem of problems.slice(0, 50)) console.error(problem);
if (problems.length > 0) {
  mkdirSync(dirname(SAID), { recursive: true });
  writeFileSync(SAID, said.join('\n'));
  console.error(`What the workers said is in ${SAID}`);
}
console.log(problems.length === 0 ? 'Nothing lost, nothing doubled' : `${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);
