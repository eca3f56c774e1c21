/**
 * `npm run bench [letters|reminders|desk|reports|registers|rebuild|bundles|classification|import …]`: figures, each beside its reference from the same run.
 * All against real programs: the sandbox at Twenty's default limits, Redis, the workers, headless Chromium; reports and rebuild also
 * against a real Twenty.
 */
import { bundles } from './bench/bundles';
import { classification } from './bench/classification';
import { desk } from './bench/desk';
import { printFigures } from './bench/figures';
import { importing } from './bench/import';
import { letters } from './bench/letters';
import { rebuild, registers } from './bench/registers';
import { reminders } from './bench/reminders';
import { reports } from './bench/reports';

const BENCHES: Record<string, () => Promise<unknown>> = { bundles, classification, desk: () => desk(), import: importing, letters: () => letters(), registers: () => registers(), rebuild: () => rebuild(), reminders: () => reminders(), reports };
const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`No bench is called ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}`);
  process.exit(1);
}
for (const name of chosen.length > 0 ? chosen : Object.keys(BENCHES)) await BENCHES[name]!();
console.log();
printFigures();
process.exit(0);
